using PromptDsl.Formatting.Comments;
using PromptDsl.Formatting.Documents;
using PromptDsl.Formatting.Printers;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Formatting;

/// <summary>
/// What the printers of nodes share. A printer leaves out the comments before its first token: they
/// stand between two nodes, and whoever prints both knows where they belong.
/// </summary>
internal sealed record PrintingContext(SourceText Source)
{
    /// <summary>A token without the comments before it.</summary>
    public Document Token(SyntaxToken token) => Doc.Text(Source.Text.AsMemory(token.Start, token.Length));

    /// <summary>A blank, the comments before a token, and the token.</summary>
    public Document Next(SyntaxToken token) => Doc.Concat(Doc.Space, Comments(token), Token(token));

    /// <summary>A blank, the comments before a node, and the node.</summary>
    public Document Next(SyntaxNode node, Document printed) =>
        Doc.Concat(Doc.Space, Comments(FirstToken(node)), printed);

    public Document Next(ValueSyntax value) => Next(value, ValuePrinter.Print(value, this));

    public Document Next(BodySyntax body) => Next(body, BodyPrinter.Print(body, this));

    /// <summary>A colon, directly after what it follows unless a comment stands between.</summary>
    public Document Colon(SyntaxToken colon) =>
        Doc.Concat(CommentPrinter.PrintAfter(CommentPrinter.Before(colon, Source), Source), Token(colon));

    public static SyntaxToken FirstToken(SyntaxElement element) =>
        element.Node is null ? element.Token : FirstToken(element.Node.Children.First());

    private Document Comments(SyntaxToken token) =>
        CommentPrinter.PrintBefore(CommentPrinter.Before(token, Source), Source);
}
