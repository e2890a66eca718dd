using System.Collections.Immutable;
using PromptDsl.Formatting.Comments;
using PromptDsl.Formatting.Documents;
using PromptDsl.Text;

namespace PromptDsl.Formatting.Printers;

/// <summary>Prints lines between neighbours: comments on lines of their own, and one blank line where the author left any.</summary>
internal static class GapPrinter
{
    /// <summary>Everything from the line break after one element to the next element.</summary>
    /// <param name="gap">What stands between the two.</param>
    /// <param name="isFirst">Nothing stands before, so no blank line does.</param>
    /// <param name="firstLine">The line break after the first of the two.</param>
    /// <param name="source">The file.</param>
    /// <param name="ensureBlankLine">Whether a blank line comes first although the author left none.</param>
    public static Document PrintBefore(
        Gap gap,
        bool isFirst,
        Document firstLine,
        SourceText source,
        bool ensureBlankLine = false
    )
    {
        bool blankLine = gap.OwnLine.IsEmpty
            ? !isFirst && (ensureBlankLine || gap.StartsWithBlankLine)
            : gap.LineBreaksBeforeNext >= 2;
        if (!blankLine && !gap.HasComments)
        {
            return firstLine;
        }

        return Doc.Concat(
            PrintOwnLine(gap, isFirst, firstLine, source, ensureBlankLine),
            blankLine ? Doc.SoftLine : Doc.Empty,
            gap.OwnLine.IsEmpty ? firstLine : Doc.Line,
            CommentPrinter.PrintBefore(gap.Inline, source)
        );
    }

    /// <summary>The comments on lines of their own, each after its line break.</summary>
    public static Document PrintOwnLine(
        Gap gap,
        bool isFirst,
        Document firstLine,
        SourceText source,
        bool ensureBlankLine = false
    )
    {
        if (gap.OwnLine.IsEmpty)
        {
            return Doc.Empty;
        }

        var parts = ImmutableArray.CreateBuilder<Document>();
        for (int i = 0; i < gap.OwnLine.Length; i++)
        {
            Comment comment = gap.OwnLine[i];
            bool blankLine =
                i == 0 ? !isFirst && (ensureBlankLine || gap.StartsWithBlankLine) : comment.LineBreaksBefore >= 2;
            Document nextLine = comment.LineBreaksBefore == 0 ? Doc.Space : Doc.Line;
            parts.Add(blankLine ? Doc.SoftLine : Doc.Empty);
            parts.Add(i == 0 ? firstLine : nextLine);
            parts.Add(CommentPrinter.Print(comment, source));
        }

        return Doc.Concat(parts.ToImmutable());
    }
}
