using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>The type of a parameter: a name, for <c>choice</c> with its options.</summary>
public sealed class TypeSyntax(SyntaxToken nameToken, string name, ListSyntax? options) : SyntaxNode
{
    public SyntaxToken NameToken { get; } = nameToken;

    public string Name { get; } = name;

    public ListSyntax? Options { get; } = options;

    public override IEnumerable<SyntaxElement> Children => Options is null ? [NameToken] : [NameToken, Options];

    public override TextSpan Span => TextSpan.FromBounds(NameToken.Start, Options?.Span.End ?? NameToken.End);
}
