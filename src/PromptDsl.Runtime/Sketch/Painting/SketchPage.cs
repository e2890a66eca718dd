using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>What all painters of one sketch share.</summary>
/// <param name="canvas">What is drawn on.</param>
/// <param name="isOverlay">Whether a picture is beneath, so that areas are framed and not filled.</param>
/// <param name="things">Which of the things are drawn, and which stay where they were.</param>
internal sealed class SketchPage(Canvas canvas, bool isOverlay, StageThings things)
{
    private const int SideOfOneUnit = 700;

    public Canvas Canvas => canvas;

    /// <summary>The scale of small print; names and lettering are multiples of it.</summary>
    public int Unit { get; } =
        Math.Max(1, (int)Math.Round((double)Math.Min(canvas.Bounds.Width, canvas.Bounds.Height) / SideOfOneUnit));

    public bool IsOverlay => isOverlay;

    /// <summary>The space between things.</summary>
    public int Gap => 10 * Unit;

    public int Radius => 8 * Unit;

    /// <summary>Where the named things are drawn.</summary>
    public Dictionary<string, Box> Boxes { get; } = new(StringComparer.Ordinal);

    public bool IsHidden(Thing thing) => things.Hidden.Contains(thing);

    public bool IsSettled(Thing thing) => things.Settled.Contains(thing);
}
