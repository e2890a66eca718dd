using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>A number of a chart.</summary>
/// <param name="Label">What it is the number of.</param>
/// <param name="Number">Not below 0.</param>
/// <param name="Written">The number as the file writes it.</param>
internal sealed record ChartValue(string Label, double Number, string Written)
{
    /// <summary>
    /// A value for each row that has a number; for a single row one for each of its numbers, under the
    /// heads of the columns. Empty when a chart cannot be drawn.
    /// </summary>
    public static ImmutableArray<ChartValue> Of(TableThing table)
    {
        if (table.Rows is [var only] && only.Cells.Count(IsNumber) > 1)
        {
            ImmutableArray<BoundValue> heads = table.Fields.Items("columns");
            int skipped = Math.Max(0, heads.Length - only.Cells.Length);
            return
            [
                .. only
                    .Cells.Select((c, i) => Read(heads.ElementAtOrDefault(i + skipped)?.Written ?? "", c))
                    .OfType<ChartValue>(),
            ];
        }

        return [.. table.Rows.Select(r => Read(LabelOf(r), r.Cells.FirstOrDefault(IsNumber))).OfType<ChartValue>()];
    }

    private static string LabelOf(TableRow row) =>
        row.Label?.Plain ?? row.Cells.FirstOrDefault(c => !IsNumber(c))?.Written ?? "";

    private static bool IsNumber(BoundValue value) => value is NumberValue or PercentValue;

    private static ChartValue? Read(string label, BoundValue? value) =>
        value switch
        {
            NumberValue number => new(label, Math.Max(0, (double)number.Number), number.Written),
            PercentValue percent => new(label, Math.Max(0, (double)percent.Percent), percent.Written),
            _ => null,
        };
}
