using PromptDsl.Formatting.Comments;
using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>
/// A body that its author wrote on one line stays there while it fits and there is no comment between
/// its statements; a line break after the brace or between statements keeps it open.
/// </summary>
internal static class BodyPrinter
{
    public static Document Print(BodySyntax node, PrintingContext context)
    {
        Sequence statements = Sequence.Read(node.Children, child => Print(child, context), context);
        Document body = statements.Print(SequenceStyle.Body);
        bool staysOpen = statements.HasComments || (statements.HasLineBreaks && !node.Statements.IsEmpty);
        return staysOpen ? Doc.Concat(Doc.ForceBreak, body) : body;
    }

    /// <summary>Whether the body is printed as <c>{}</c>.</summary>
    public static bool IsEmpty(BodySyntax node, PrintingContext context) =>
        node.Statements.IsEmpty && CommentPrinter.Before(node.CloseBrace, context.Source).IsEmpty;

    private static Document Print(SyntaxElement child, PrintingContext context) =>
        child.Node is StatementSyntax statement ? StatementPrinter.Print(statement, context) : Doc.Empty;
}
