namespace PromptDsl.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    EndOfFile,
    Identifier,
    String,
    RawString,
    Number,
    Percent,
    Ratio,
    Size,
    Color,
    Colon,
    Comma,
    Dot,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    EqualsSign,

    /// <summary>A <c>;</c>, which the language does not have; it is read as a separator.</summary>
    Semicolon,

    /// <summary>A whole line that git left behind: <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</c>, <c>=======</c>, <c>&gt;&gt;&gt;&gt;&gt;&gt;&gt;</c>.</summary>
    ConflictMarker,

    /// <summary>Characters that begin no token.</summary>
    Bad,
}
