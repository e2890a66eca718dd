using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Draws callouts in strips along the sides that they stand on, with a line to what they name.</summary>
internal sealed class CalloutPainter
{
    private const int MostColumns = 16;

    private readonly SketchPage _page;
    private readonly Box _area;
    private readonly Dictionary<string, List<CalloutThing>> _sides = new(StringComparer.Ordinal);

    /// <summary>Reserves the strips.</summary>
    public CalloutPainter(SketchPage page, ImmutableArray<CalloutThing> callouts, Box area)
    {
        _page = page;
        _area = area;
        for (int i = 0; i < callouts.Length; i++)
        {
            string side = callouts[i].Fields.Word("side") ?? (i % 2 == 0 ? "right" : "left");
            if (!_sides.TryGetValue(side, out List<CalloutThing>? list))
            {
                _sides.Add(side, list = []);
            }

            list.Add(callouts[i]);
        }

        Inside = Box.FromEdges(
            area.X + Depth("left"),
            area.Y + Depth("top"),
            area.Right - Depth("right"),
            area.Bottom - Depth("bottom")
        );
    }

    /// <summary>What the strips leave.</summary>
    public Box Inside { get; }

    /// <summary>Draws the callouts, after everything that they may name has its place.</summary>
    public void Draw(SketchTheme theme)
    {
        foreach ((string side, List<CalloutThing> callouts) in _sides)
        {
            bool isUpright = side is "left" or "right";
            CalloutThing[] sorted = [.. callouts.OrderBy(c => isUpright ? Target(c).CenterY : Target(c).CenterX)];
            Box strip = Strip(side);
            for (int i = 0; i < sorted.Length; i++)
            {
                DrawOne(sorted[i], side, Slot(strip, Target(sorted[i]), isUpright, i, sorted.Length), theme);
            }
        }
    }

    /// <summary>The part of a strip nearest to the target that leaves the others theirs, in order.</summary>
    private static Box Slot(Box strip, Box target, bool isUpright, int index, int count)
    {
        if (isUpright)
        {
            int height = strip.Height / (count + 1);
            int y = Between(target.CenterY - (height / 2), strip.Y, strip.Height, index, count);
            return new Box(strip.X, y, strip.Width, height);
        }

        int width = strip.Width / (count + 1);
        int x = Between(target.CenterX - (width / 2), strip.X, strip.Width, index, count);
        return new Box(x, strip.Y, width, strip.Height);
    }

    // Each has its own part of the strip, and moves within it.
    private static int Between(int wanted, int start, int length, int index, int count)
    {
        int slot = length / (count + 1);
        int own = length / count;
        int earliest = start + (index * own);
        return Math.Clamp(wanted, earliest, Math.Max(earliest, earliest + own - slot));
    }

    private int Depth(string side)
    {
        if (!_sides.ContainsKey(side))
        {
            return 0;
        }

        return side is "left" or "right"
            ? Math.Min(_area.Width / 4, MostColumns * PixelFont.CellWidth * _page.Unit * 3 / 2)
            : Math.Min(_area.Height / 5, 5 * PixelFont.LineHeight * _page.Unit);
    }

    private Box Strip(string side) =>
        side switch
        {
            "left" => Box.FromEdges(_area.X, Inside.Y, Inside.X - (2 * _page.Gap), Inside.Bottom),
            "right" => Box.FromEdges(Inside.Right + (2 * _page.Gap), Inside.Y, _area.Right, Inside.Bottom),
            "top" => Box.FromEdges(Inside.X, _area.Y, Inside.Right, Inside.Y - (2 * _page.Gap)),
            _ => Box.FromEdges(Inside.X, Inside.Bottom + (2 * _page.Gap), Inside.Right, _area.Bottom),
        };

    private void DrawOne(CalloutThing callout, string side, Box slot, SketchTheme theme)
    {
        int unit = _page.Unit;
        string label = callout.Fields.Integer("number") is { } number
            ? $"{number}. {callout.Label.Plain}"
            : callout.Label.Plain;
        Lettering words = Lettering.Fit(label, slot.Width - (12 * unit), slot.Height, 2 * unit, unit);
        int width = words.Width + (12 * unit);
        int height = words.Height + (6 * unit);
        int x =
            side == "left" ? slot.Right - width
            : side == "right" ? slot.X
            : slot.CenterX - (width / 2);
        var chip = new Box(x, slot.CenterY - (height / 2), width, height);
        Box target = Target(callout);
        (int fromX, int fromY, int toX, int toY) = side switch
        {
            "left" => (chip.Right, chip.CenterY, target.X + unit, Within(chip.CenterY, target.Y, target.Bottom)),
            "right" => (chip.X, chip.CenterY, target.Right - unit, Within(chip.CenterY, target.Y, target.Bottom)),
            "top" => (chip.CenterX, chip.Bottom, Within(chip.CenterX, target.X, target.Right), target.Y + unit),
            _ => (chip.CenterX, chip.Y, Within(chip.CenterX, target.X, target.Right), target.Bottom - unit),
        };
        _page.Canvas.Line(fromX, fromY, toX, toY, 2 * unit, theme.Accent);
        _page.Canvas.Disc(toX, toY, 4 * unit, theme.Accent);
        Rgb plate = theme.Background.Legible == Rgb.Ink ? Rgb.White : Rgb.Ink;
        _page.Canvas.Card(chip, _page.Radius / 2, plate, theme.Accent, unit);
        words.Draw(_page.Canvas, new Box(chip.X + (6 * unit), chip.Y + (4 * unit), words.Width, 0), 0, plate.Legible);
    }

    /// <summary>A coordinate as near as is possible on the middle half of an edge.</summary>
    private static int Within(int wanted, int from, int to)
    {
        int quarter = (to - from) / 4;
        return Math.Clamp(wanted, from + quarter, to - quarter);
    }

    private Box Target(CalloutThing callout)
    {
        foreach (NameValue name in callout.Fields.Items("target").OfType<NameValue>())
        {
            if (_page.Boxes.TryGetValue(name.Name, out Box box))
            {
                return box;
            }
        }

        return Inside.Inset(Inside.Width / 3, Inside.Height / 3);
    }
}
