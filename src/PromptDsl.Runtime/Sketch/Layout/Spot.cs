using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>
/// Where a thing is meant to be, before pixels: the nine places of a picture are columns and rows 0 to 2,
/// and a relation steps from there.
/// </summary>
/// <param name="IsFirm">Whether the column is what the file says, so that the thing does not widen.</param>
/// <param name="Alignment">Where lettering begins: −1 at the left, 0 in the middle, 1 at the right.</param>
internal readonly record struct Spot(double Column, double Row, bool IsFirm = false, int Alignment = 0)
{
    private const double Depth = 0.5;

    public static Spot Center { get; } = new(1, 1);

    /// <summary>The place that <c>at</c> says, or null.</summary>
    public static Spot? Of(Thing thing) =>
        thing.Fields.Word("at") switch
        {
            "top-left" => new(0, 0, true, -1),
            "top" => new(1, 0),
            "top-right" => new(2, 0, true, 1),
            "left" => new(0, 1, true, -1),
            "center" or "midground" => Center,
            "right" => new(2, 1, true, 1),
            "bottom-left" => new(0, 2, true, -1),
            "bottom" => new(1, 2),
            "bottom-right" => new(2, 2, true, 1),
            "background" => new(1, Depth),
            "foreground" => new(1, 1 + Depth),
            _ => null,
        };

    /// <summary>How far a relation steps from its target: columns to the right and rows down; null when it does not place.</summary>
    public static (double Columns, double Rows)? Step(string relation) =>
        relation switch
        {
            "left-of" => (-1, 0),
            "right-of" or "next-to" => (1, 0),
            "above" => (0, -1),
            "below" => (0, 1),
            "behind" or "on" => (0, -Depth),
            "in-front-of" => (0, Depth),
            _ => null,
        };
}
