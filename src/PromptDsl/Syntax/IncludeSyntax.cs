using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>include path</c></summary>
public sealed class IncludeSyntax(SyntaxToken keyword, ValueSyntax path) : StatementSyntax
{
    public SyntaxToken Keyword { get; } = keyword;

    /// <summary>A path, unless the file has an error.</summary>
    public ValueSyntax Path { get; } = path;

    public override IEnumerable<SyntaxElement> Children => [Keyword, Path];

    public override TextSpan Span => TextSpan.FromBounds(Keyword.Start, Math.Max(Keyword.End, Path.Span.End));
}
