using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class PatternPrinter
{
    public static Document Print(PatternSyntax node, PrintingContext context)
    {
        if (!node.IsList)
        {
            return context.Token(node.NameTokens[0]);
        }

        Sequence names = Sequence.Read(node.Children, child => context.Token(child.Token), context);
        Document list = names.Print(SequenceStyle.Pattern);
        return Doc.Group(names is { HasComments: true, HasLineBreaks: true } ? Doc.Concat(Doc.ForceBreak, list) : list);
    }
}
