using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class PathPrinter
{
    public static Document Print(PathSyntax node, PrintingContext context) =>
        Doc.Text(context.Source.Text.AsMemory(node.Span.Start, node.Span.Length));
}
