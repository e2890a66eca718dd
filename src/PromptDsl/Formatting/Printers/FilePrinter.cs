using System.Collections.Immutable;
using PromptDsl.Formatting.Comments;
using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>
/// The statements of a file. A block over several lines is set apart by a blank line before and
/// after it; statements on one line stay grouped as their author grouped them.
/// </summary>
internal static class FilePrinter
{
    public static Document Print(FileSyntax node, PrintingContext context)
    {
        ImmutableArray<Gap> gaps = ReadGaps(node, context);
        ImmutableArray<Document> statements = [.. node.Statements.Select(s => StatementPrinter.Print(s, context))];
        var fitter = new LineFitter(FormattingRules.Width);
        var parts = ImmutableArray.CreateBuilder<Document>();
        bool afterOpenBlock = false;
        for (int i = 0; i < statements.Length; i++)
        {
            Document trailing = CommentPrinter.PrintAfter(gaps[i + 1].Trailing, context.Source);
            Document start = CommentPrinter.PrintBefore(gaps[i].Inline, context.Source);
            Document line = Doc.Concat(start, statements[i], trailing);
            bool isOpenBlock =
                StatementPrinter.BodyOf(node.Statements[i]) is { } body
                && !BodyPrinter.IsEmpty(body, context)
                && (statements[i].ForcesBreak || !fitter.Fits(line, column: 0, []));

            // A blank line between a comment and the block sets the block apart, too.
            bool ensureBlankLine = afterOpenBlock || (isOpenBlock && !gaps[i].HasBlankLine);
            Document firstLine = i == 0 ? Doc.Empty : Doc.HardLine;
            parts.Add(GapPrinter.PrintBefore(gaps[i], isFirst: i == 0, firstLine, context.Source, ensureBlankLine));
            parts.Add(statements[i]);
            parts.Add(trailing);
            afterOpenBlock = isOpenBlock;
        }

        bool isFirst = statements.IsEmpty;
        Document lastLine = isFirst ? Doc.Empty : Doc.HardLine;
        parts.Add(GapPrinter.PrintOwnLine(gaps[^1], isFirst, lastLine, context.Source, afterOpenBlock));
        return isFirst && !gaps[0].HasComments ? Doc.Empty : Doc.Concat([.. parts, Doc.HardLine]);
    }

    private static ImmutableArray<Gap> ReadGaps(FileSyntax node, PrintingContext context)
    {
        var gaps = ImmutableArray.CreateBuilder<Gap>(node.Statements.Length + 1);
        GapStart start = GapStart.File;
        foreach (SyntaxElement child in node.Children)
        {
            SyntaxToken next = PrintingContext.FirstToken(child);
            gaps.Add(GapReader.Read(context.Source, start, separator: null, next));
            start = GapStart.Element;
        }

        return gaps.ToImmutable();
    }
}
