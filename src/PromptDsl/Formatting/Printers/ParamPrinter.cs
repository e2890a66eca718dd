using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

internal static class ParamPrinter
{
    public static Document Print(ParamSyntax node, PrintingContext context) =>
        Doc.Concat(
            context.Token(node.Keyword),
            context.Next(node.NameToken),
            context.Colon(node.Colon),
            context.Next(node.Type, TypePrinter.Print(node.Type, context)),
            node.EqualsSign is { } sign ? context.Next(sign) : Doc.Empty,
            node.Default is null ? Doc.Empty : context.Next(node.Default),
            node.Body is null ? Doc.Empty : context.Next(node.Body)
        );
}
