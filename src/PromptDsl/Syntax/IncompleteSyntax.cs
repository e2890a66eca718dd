using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A <c>param</c>, <c>define</c> or <c>for</c> that is too broken to mean anything; it has been reported.</summary>
public sealed class IncompleteSyntax(SyntaxToken keyword, ValueSyntax rest) : StatementSyntax
{
    public override IEnumerable<SyntaxElement> Children => [keyword, rest];

    public override TextSpan Span => TextSpan.FromBounds(keyword.Start, Math.Max(keyword.End, rest.Span.End));
}
