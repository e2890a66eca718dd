using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A number, percentage, ratio, size or colour as one token.</summary>
public sealed class LiteralSyntax(SyntaxToken token, string text) : ValueSyntax
{
    public SyntaxToken Token { get; } = token;

    /// <summary>As it is written.</summary>
    public string Text { get; } = text;

    public TokenKind Kind => Token.Kind;

    /// <summary>Whether the lexer reported the literal as malformed; it has no value then.</summary>
    public bool IsMalformed => Token.Has(TokenFlags.Reported);

    public override IEnumerable<SyntaxElement> Children => [Token];

    public override TextSpan Span => Token.Span;
}
