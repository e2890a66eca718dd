using System.Collections.Immutable;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison.Reports;

/// <summary>A difference as lines for people.</summary>
/// <param name="showsText">Whether the compiled text and the request are shown as well.</param>
public sealed class TextReport(bool showsText)
{
    // Builds differ in the same way; one shows how.
    private const int ShownStages = 6;

    /// <summary>The lines; their colours are for whoever prints them.</summary>
    public IEnumerable<MarkedLine> Lines(VersionDifference difference)
    {
        foreach (FileDifference file in difference.Files)
        {
            foreach (MarkedLine line in Lines(file))
            {
                yield return line;
            }

            yield return MarkedLine.Blank;
        }

        yield return MarkedLine.Of(new MarkedText(difference.Summary));
        if (difference is { HasTotal: true, Price.IsChanged: true })
        {
            yield return MarkedLine.Of(new MarkedText($"Price of these files: {difference.Price}"));
        }
    }

    private IEnumerable<MarkedLine> Lines(FileDifference file)
    {
        yield return TitleOf(file);
        PromptDiff diff = file.Diff ?? new PromptDiff([], [], []);
        foreach (IGrouping<ChangeArea, PromptChange> area in diff.Changes.GroupBy(c => c.Area))
        {
            yield return Heading(AreaNames.HeadingOf(area.Key));
            foreach (PromptChange change in area)
            {
                yield return MarkedLine.Of([
                    new MarkedText("    "),
                    ChangeLine.SignOf(change.Kind),
                    .. ChangeLine.Of(change),
                ]);
            }
        }

        foreach (ComparisonNote note in diff.Notes)
        {
            yield return MarkedLine.Of(new MarkedText("  " + AreaNames.Explain(note)));
        }

        if (file.Price is { IsChanged: true } price)
        {
            yield return Heading("Price");
            yield return MarkedLine.Of(new MarkedText("    " + price));
        }

        foreach (MarkedLine line in showsText ? StageLines(diff.Stages) : [])
        {
            yield return line;
        }
    }

    private static MarkedLine TitleOf(FileDifference file) =>
        file.Kind switch
        {
            ChangeKind.Added => MarkedLine.Of(
                ChangeLine.SignOf(file.Kind),
                new MarkedText(file.Path, Mark.Title),
                new MarkedText(" is a new file.")
            ),
            ChangeKind.Removed => MarkedLine.Of(
                ChangeLine.SignOf(file.Kind),
                new MarkedText(file.Path, Mark.Title),
                new MarkedText(" is gone.")
            ),
            ChangeKind.Renamed => MarkedLine.Of(
                ChangeLine.SignOf(file.Kind),
                new MarkedText(file.Path, Mark.Title),
                new MarkedText($" was {file.Before}.")
            ),
            _ => MarkedLine.Of(new MarkedText(file.Path, Mark.Title)),
        };

    private static IEnumerable<MarkedLine> StageLines(ImmutableArray<StageDifference> stages)
    {
        foreach (StageDifference stage in stages.Take(ShownStages))
        {
            string title = AreaNames.TitleOf(stage);
            if (stage.HasOtherText)
            {
                yield return Heading("Compiled text" + title);
                foreach (ImmutableArray<TextSegment>? line in Excerpt.Lines(stage.Text))
                {
                    yield return line is { } shown
                        ? MarkedLine.Of([new MarkedText("    "), .. shown.Select(ChangeLine.Marked)])
                        : MarkedLine.Of(new MarkedText("    …", Mark.Dim));
                }
            }

            if (!stage.Request.IsEmpty)
            {
                yield return Heading("Request" + title);
                foreach (RequestDifference field in stage.Request)
                {
                    yield return MarkedLine.Of(new MarkedText("    " + Describe(field)));
                }
            }
        }

        if (stages.Length > ShownStages)
        {
            string rest = (stages.Length - ShownStages).ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return MarkedLine.Of(new MarkedText($"  {rest} more are in the output of --format json.", Mark.Dim));
        }
    }

    internal static string Describe(RequestDifference field) =>
        (field.Before, field.After) switch
        {
            (null, { } after) => $"{field.Name}: {after} (new)",
            ({ } before, null) => $"{field.Name}: {before} (gone)",
            _ => $"{field.Name}: {field.Before} → {field.After}",
        };

    private static MarkedLine Heading(string text) => MarkedLine.Of(new MarkedText("  " + text, Mark.Heading));
}
