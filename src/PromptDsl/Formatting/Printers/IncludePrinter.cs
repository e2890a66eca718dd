using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class IncludePrinter
{
    public static Document Print(IncludeSyntax node, PrintingContext context) =>
        Doc.Concat(context.Token(node.Keyword), context.Next(node.Path));
}
