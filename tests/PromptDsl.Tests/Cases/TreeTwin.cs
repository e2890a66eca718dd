using System.Text;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Tests.Cases;

/// <summary>
/// The lossless tree: each node with its span, each token with its span and text, and behind it, after
/// <c>&lt;</c>, the trivia that stands before the token.
/// </summary>
internal static class TreeTwin
{
    public static string Write(SyntaxTree tree)
    {
        var builder = new StringBuilder();
        Write(builder, tree.Root, tree.Source, depth: 0);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, SyntaxNode node, SourceText source, int depth)
    {
        builder.Append(' ', depth * 2);
        builder.Append(node.GetType().Name.Replace("Syntax", "")).Append(' ').Append(Span(node.Span, source)).Append('\n');
        foreach (SyntaxElement child in node.Children)
        {
            if (child.Node is not null)
            {
                Write(builder, child.Node, source, depth + 1);
            }
            else
            {
                Write(builder, child.Token, source, depth + 1);
            }
        }
    }

    private static void Write(StringBuilder builder, SyntaxToken token, SourceText source, int depth)
    {
        builder.Append(' ', depth * 2);
        builder.Append(token.Kind).Append(' ').Append(Span(token.Span, source));
        builder.Append(' ').Append(TwinText.Quote(source.ToString(token.Span)));
        if (token.LeadingStart < token.Start)
        {
            string trivia = source.ToString(TextSpan.FromBounds(token.LeadingStart, token.Start));
            builder.Append(" < ").Append(TwinText.Quote(trivia));
        }

        builder.Append('\n');
    }

    private static string Span(TextSpan span, SourceText source) =>
        $"{TwinText.Position(source, span.Start)}-{TwinText.Position(source, span.End)}";
}
