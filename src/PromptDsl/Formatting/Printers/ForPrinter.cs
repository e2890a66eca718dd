using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class ForPrinter
{
    public static Document Print(ForSyntax node, PrintingContext context) =>
        Doc.Concat(
            context.Token(node.Keyword),
            context.Next(node.Pattern, PatternPrinter.Print(node.Pattern, context)),
            context.Next(node.InKeyword),
            context.Next(node.Items),
            context.Next(node.Body)
        );
}
