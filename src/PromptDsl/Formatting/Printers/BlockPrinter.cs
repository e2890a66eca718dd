using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class BlockPrinter
{
    public static Document Print(BlockSyntax node, PrintingContext context) =>
        Doc.Concat([
            context.Token(node.KindToken),
            .. node.Operands.Select(context.Next),
            node.Body is null ? Doc.Empty : context.Next(node.Body),
        ]);
}
