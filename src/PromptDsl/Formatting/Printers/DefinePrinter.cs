using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class DefinePrinter
{
    public static Document Print(DefineSyntax node, PrintingContext context) =>
        Doc.Concat(context.Token(node.Keyword), context.Next(node.Block, BlockPrinter.Print(node.Block, context)));
}
