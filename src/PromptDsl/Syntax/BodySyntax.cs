using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Braces with statements and the commas between them.</summary>
public sealed class BodySyntax(SyntaxToken openBrace, ImmutableArray<SyntaxElement> elements, SyntaxToken closeBrace)
    : SyntaxNode
{
    public SyntaxToken OpenBrace { get; } = openBrace;

    /// <summary>The statements in order.</summary>
    public ImmutableArray<StatementSyntax> Statements { get; } =
    [.. elements.Select(e => e.Node).OfType<StatementSyntax>()];

    /// <summary>Missing when the file does not close the block.</summary>
    public SyntaxToken CloseBrace { get; } = closeBrace;

    public override IEnumerable<SyntaxElement> Children => [OpenBrace, .. elements, CloseBrace];

    public override TextSpan Span => TextSpan.FromBounds(OpenBrace.Start, CloseBrace.End);
}
