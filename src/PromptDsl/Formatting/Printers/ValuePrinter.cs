using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class ValuePrinter
{
    public static Document Print(ValueSyntax value, PrintingContext context) =>
        value switch
        {
            StringSyntax node => StringPrinter.Print(node, context),
            LiteralSyntax node => LiteralPrinter.Print(node, context),
            PathSyntax node => PathPrinter.Print(node, context),
            ListSyntax node => ListPrinter.Print(node, context),
            _ => throw new InvalidOperationException($"{value.GetType().Name} is printed nowhere."),
        };
}
