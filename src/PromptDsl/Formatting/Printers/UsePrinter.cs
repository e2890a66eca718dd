using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class UsePrinter
{
    public static Document Print(UseSyntax node, PrintingContext context) =>
        Doc.Concat(
            context.Token(node.Keyword),
            context.Next(node.Path),
            node.AsKeyword is { } asKeyword ? context.Next(asKeyword) : Doc.Empty,
            node.AliasToken is { } alias ? context.Next(alias) : Doc.Empty
        );
}
