using System.Collections.Immutable;
using PromptDsl.Comparison.Matching;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison.Reports;

/// <summary>A change as a sentence; of a text that has mostly stayed, with the words that changed.</summary>
internal static class ChangeLine
{
    private const double EnoughInCommon = 0.3;

    public static ImmutableArray<MarkedText> Of(PromptChange change)
    {
        string remarks = ChangeSentence.Remarks(change);
        IEnumerable<MarkedText> end = remarks.Length == 0 ? [] : [new MarkedText($" ({remarks})", Mark.Dim)];
        return WordsOf(change) is { } words
            ? [new MarkedText(ChangeSentence.Lead(change)), .. words.Select(Marked), .. end]
            : [new MarkedText(change.Description), .. end];
    }

    public static MarkedText Marked(TextSegment segment) =>
        new(
            segment.Text,
            segment.Kind switch
            {
                SegmentKind.Added => Mark.AddedWords,
                SegmentKind.Removed => Mark.RemovedWords,
                _ => Mark.Plain,
            }
        );

    /// <summary>The sign that begins the line.</summary>
    public static MarkedText SignOf(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Added => new("+ ", Mark.Added),
            ChangeKind.Removed => new("- ", Mark.Removed),
            _ => new("~ ", Mark.Changed),
        };

    private static ImmutableArray<TextSegment>? WordsOf(PromptChange change)
    {
        bool isText = change is { Kind: ChangeKind.Changed, Before.Text: not null, After.Text: not null };
        if (!isText || Similarity.OfTexts(change.Before!.Text!, change.After!.Text!) < EnoughInCommon)
        {
            return null;
        }

        ImmutableArray<TextSegment> words = WordDifference.Compute(
            OneLine(change.Before.Text!),
            OneLine(change.After.Text!)
        );
        return words.All(w => w.Kind == SegmentKind.Same) ? null : Excerpt.Shorten(words);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
