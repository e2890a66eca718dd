using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Words that should stand in quotation marks; reported, and read as the string that was meant.</summary>
public sealed class UnquotedTextSyntax(ImmutableArray<SyntaxToken> tokens, string text) : ValueSyntax
{
    public string Text { get; } = text;

    public override IEnumerable<SyntaxElement> Children => tokens.Select(t => (SyntaxElement)t);

    public override TextSpan Span => TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
}
