using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>
/// A list is on one line when it fits, else each item has its own. Line breaks of the author do not
/// keep it open, so that a few words do not sprawl, with two exceptions: a list that holds comments
/// keeps its lines, and so does a table, a list of lists, whose rows begin below the bracket.
/// </summary>
internal static class ListPrinter
{
    public static Document Print(ListSyntax node, PrintingContext context)
    {
        Sequence items = Sequence.Read(node.Children, child => Print(child, context), context);
        Document list = items.Print(SequenceStyle.List);
        bool staysOpen = (items.HasComments && items.HasLineBreaks) || (IsTable(node) && items.BeginsOnNewLine);
        return Doc.Group(staysOpen ? Doc.Concat(Doc.ForceBreak, list) : list);
    }

    private static bool IsTable(ListSyntax node) => !node.Items.IsEmpty && node.Items.All(i => i is ListSyntax);

    private static Document Print(SyntaxElement child, PrintingContext context) =>
        child.Node switch
        {
            StringSyntax text => StringPrinter.PrintAligned(text, context),
            ValueSyntax value => ValuePrinter.Print(value, context),
            _ => Doc.Empty,
        };
}
