namespace PromptDsl.Syntax;

/// <summary>What the lexer noticed about a token.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>A line break stands between the token before and this one.</summary>
    OnNewLine = 1,

    /// <summary>White space or a comment stands before it.</summary>
    AfterTrivia = 2,

    /// <summary>The lexer has already reported the token; nobody else complains about it.</summary>
    Reported = 4,

    /// <summary>Written with a full-width or otherwise foreign character.</summary>
    Foreign = 8,

    /// <summary>A string with an escape or a slot, whose value is not its text.</summary>
    NeedsDecoding = 16,

    /// <summary>A string without its closing quote.</summary>
    Unterminated = 32,
}
