using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A whole file: statements, stray separators, and the end of the file.</summary>
public sealed class FileSyntax(ImmutableArray<SyntaxElement> elements, SyntaxToken endOfFile) : SyntaxNode
{
    /// <summary>The statements in order.</summary>
    public ImmutableArray<StatementSyntax> Statements { get; } =
    [.. elements.Select(e => e.Node).OfType<StatementSyntax>()];

    public SyntaxToken EndOfFile { get; } = endOfFile;

    public override IEnumerable<SyntaxElement> Children => elements.Append(EndOfFile);

    public override TextSpan Span => TextSpan.FromBounds(0, EndOfFile.End);
}
