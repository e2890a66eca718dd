using System.Text;
using PromptDsl.Syntax;

namespace PromptDsl.Tests.Formatting;

/// <summary>What a formatter must not change: the nodes, the tokens but commas, and the values of strings.</summary>
internal static class TreeDump
{
    public static string Of(SyntaxTree tree)
    {
        var builder = new StringBuilder();
        Write(builder, tree.Root, tree, depth: 0);
        return builder.ToString();
    }

    /// <summary>The comments in order, without the blanks at the ends of their lines.</summary>
    public static string[] CommentsOf(SyntaxTree tree) =>
        [
            .. tree
                .Root.Tokens()
                .SelectMany(t => SyntaxTrivia.Before(t, tree.Source))
                .Where(t => t.IsComment)
                .Select(t => tree.Source.ToString(t.Span).ReplaceLineEndings("\n"))
                .Select(text => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()))),
        ];

    private static void Write(StringBuilder builder, SyntaxNode node, SyntaxTree tree, int depth)
    {
        builder.Append(' ', depth).AppendLine(node.GetType().Name);
        if (node is StringSyntax text)
        {
            builder.Append(' ', depth + 1).AppendLine(Describe(text, tree));
            return;
        }

        foreach (SyntaxElement child in node.Children)
        {
            if (child.Node is not null)
            {
                Write(builder, child.Node, tree, depth + 1);
            }
            else if (child.Token.Kind != TokenKind.Comma)
            {
                builder.Append(' ', depth + 1).AppendLine(tree.Source.ToString(child.Token.Span));
            }
        }
    }

    private static string Describe(StringSyntax node, SyntaxTree tree)
    {
        string written = tree.Source.ToString(node.Token.Span);
        string quotes = written[..(written.Length - written.TrimStart('"').Length)];
        var value = new StringBuilder();
        foreach (StringPart part in node.Parts)
        {
            value.Append(part.IsSlot ? $"<slot {string.Join('.', part.Path)}>" : part.Text);
        }

        return $"{quotes} {PromptDsl.Syntax.StringLiteral.Quote(value.ToString())}";
    }
}
