using PromptDsl.Formatting.Documents;
using PromptDsl.Formatting.Printers;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting;

/// <summary>
/// Writes a file in the one layout of the language. Only white space, line breaks and commas change:
/// the formatted file means the same, holds the same comments in the same order, and formats to
/// itself.
/// </summary>
public static class Formatter
{
    /// <summary>Formats a file. A file with syntax errors is returned as it is, with the errors.</summary>
    public static FormatResult Format(SyntaxTree tree)
    {
        if (tree.HasErrors)
        {
            return new FormatResult(tree.Source, tree.Source.Text, [.. tree.Diagnostics.Where(d => d.IsError)]);
        }

        Document document = FilePrinter.Print(tree.Root, new PrintingContext(tree.Source));
        return new FormatResult(tree.Source, DocumentPrinter.Print(document), []);
    }

    /// <summary>Formats a text.</summary>
    public static FormatResult Format(string text, string path = "input.imgp") => Format(SyntaxTree.Parse(text, path));
}
