using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class LiteralPrinter
{
    public static Document Print(LiteralSyntax node, PrintingContext context) => context.Token(node.Token);
}
