using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class TypePrinter
{
    public static Document Print(TypeSyntax node, PrintingContext context) =>
        Doc.Concat(context.Token(node.NameToken), node.Options is null ? Doc.Empty : context.Next(node.Options));
}
