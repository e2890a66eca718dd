using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>
/// A statement is one group: it stays on one line, or its body is broken before any list in its head
/// is.
/// </summary>
internal static class StatementPrinter
{
    public static Document Print(StatementSyntax statement, PrintingContext context) =>
        Doc.Group(
            statement switch
            {
                PropertySyntax node => PropertyPrinter.Print(node, context),
                BlockSyntax node => BlockPrinter.Print(node, context),
                UseSyntax node => UsePrinter.Print(node, context),
                ParamSyntax node => ParamPrinter.Print(node, context),
                DefineSyntax node => DefinePrinter.Print(node, context),
                IncludeSyntax node => IncludePrinter.Print(node, context),
                ForSyntax node => ForPrinter.Print(node, context),
                _ => throw new InvalidOperationException($"{statement.GetType().Name} is printed nowhere."),
            }
        );

    /// <summary>The body of a statement that has one.</summary>
    public static BodySyntax? BodyOf(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax node => node.Body,
            DefineSyntax node => node.Block.Body,
            ForSyntax node => node.Body,
            ParamSyntax node => node.Body,
            _ => null,
        };
}
