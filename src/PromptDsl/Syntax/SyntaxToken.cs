using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// A token and the trivia before it. Trivia is white space, line breaks and comments; all of it
/// belongs to the token that follows, so the tokens of a file cover it without a gap.
/// </summary>
public readonly struct SyntaxToken
{
    internal SyntaxToken(TokenKind kind, int leadingStart, int start, int length, TokenFlags flags)
    {
        Kind = kind;
        LeadingStart = leadingStart;
        Start = start;
        Length = length;
        Flags = flags;
    }

    /// <summary>Where the trivia before the token begins.</summary>
    public int LeadingStart { get; }

    public int Start { get; }

    public int Length { get; }

    public TokenKind Kind { get; }

    internal TokenFlags Flags { get; }

    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    /// <summary>The token with its trivia.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(LeadingStart, End);

    /// <summary>Whether a line break stands before the token.</summary>
    public bool IsOnNewLine => Has(TokenFlags.OnNewLine);

    /// <summary>A token that the parser put where one was expected; it has no text.</summary>
    public bool IsMissing => Length == 0 && Kind != TokenKind.EndOfFile;

    internal bool Has(TokenFlags flag) => (Flags & flag) != TokenFlags.None;

    internal static SyntaxToken Missing(TokenKind kind, int position) =>
        new(kind, position, position, 0, TokenFlags.Reported);
}
