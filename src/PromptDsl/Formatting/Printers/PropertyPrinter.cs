using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class PropertyPrinter
{
    public static Document Print(PropertySyntax node, PrintingContext context) =>
        Doc.Concat(context.Token(node.KeyToken), context.Colon(node.Colon), context.Next(node.Value));
}
