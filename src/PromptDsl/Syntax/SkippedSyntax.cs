using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Tokens that make no statement; they have been reported.</summary>
public sealed class SkippedSyntax(ImmutableArray<SyntaxToken> tokens) : SyntaxNode
{
    public override IEnumerable<SyntaxElement> Children => tokens.Select(t => (SyntaxElement)t);

    public override TextSpan Span => TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
}
