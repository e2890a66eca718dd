namespace PromptDsl.Syntax;

/// <summary>A child of a node: another node, or a token.</summary>
public readonly struct SyntaxElement
{
    private readonly SyntaxToken _token;

    private SyntaxElement(SyntaxNode? node, SyntaxToken token)
    {
        Node = node;
        _token = token;
    }

    /// <summary>The node, or null when the element is a token.</summary>
    public SyntaxNode? Node { get; }

    /// <summary>The token; meaningful only when <see cref="Node"/> is null.</summary>
    public SyntaxToken Token => _token;

    public static implicit operator SyntaxElement(SyntaxNode node) => new(node, default);

    public static implicit operator SyntaxElement(SyntaxToken token) => new(null, token);
}
