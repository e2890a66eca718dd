using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>[ value, value ]</c></summary>
public sealed class ListSyntax(
    SyntaxToken openBracket,
    ImmutableArray<SyntaxElement> elements,
    SyntaxToken closeBracket
) : ValueSyntax
{
    public SyntaxToken OpenBracket { get; } = openBracket;

    /// <summary>The values in order.</summary>
    public ImmutableArray<ValueSyntax> Items { get; } = [.. elements.Select(e => e.Node).OfType<ValueSyntax>()];

    public SyntaxToken CloseBracket { get; } = closeBracket;

    public override IEnumerable<SyntaxElement> Children => [OpenBracket, .. elements, CloseBracket];

    public override TextSpan Span => TextSpan.FromBounds(OpenBracket.Start, CloseBracket.End);
}
