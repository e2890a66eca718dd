using System.Text;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// A node of the lossless tree. Its children are nodes and tokens in the order of the source, and
/// every token of a file, with its trivia, belongs to exactly one node.
/// </summary>
public abstract class SyntaxNode
{
    /// <summary>The nodes and tokens below this one, in order.</summary>
    public abstract IEnumerable<SyntaxElement> Children { get; }

    /// <summary>The place of the node without the trivia before it.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>All tokens of the node in order.</summary>
    public IEnumerable<SyntaxToken> Tokens()
    {
        foreach (SyntaxElement child in Children)
        {
            if (child.Node is null)
            {
                yield return child.Token;
                continue;
            }

            foreach (SyntaxToken token in child.Node.Tokens())
            {
                yield return token;
            }
        }
    }

    /// <summary>The node and every node below it.</summary>
    public IEnumerable<SyntaxNode> DescendantsAndSelf()
    {
        yield return this;
        foreach (SyntaxElement child in Children)
        {
            foreach (SyntaxNode node in child.Node?.DescendantsAndSelf() ?? [])
            {
                yield return node;
            }
        }
    }

    internal void WriteTo(StringBuilder builder, SourceText source)
    {
        foreach (SyntaxToken token in Tokens())
        {
            builder.Append(source.AsSpan(token.FullSpan));
        }
    }
}
