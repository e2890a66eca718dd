using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Draws charts of one series, labels and values beside or beneath.</summary>
internal static class ChartPainter
{
    public static void DrawColumns(
        SketchPage page,
        ImmutableArray<ChartValue> values,
        Box box,
        SketchTheme theme,
        Rgb ground
    )
    {
        (Box plot, Box[] slots) = Plot(page, values, box, ground);
        for (int i = 0; i < values.Length; i++)
        {
            int height = Length(values[i], values, plot.Height);
            Box column = new Box(slots[i].X, plot.Bottom - height, slots[i].Width, height).Inset(slots[i].Width / 6, 0);
            page.Canvas.Fill(column, theme.Fill(i));
            page.Canvas.Frame(column, page.Unit, theme.Fill(i).Mix(Rgb.Ink, 0.45));
            Label(page, values[i].Written, slots[i], column.Y - Line(page), 0, ground);
        }

        page.Canvas.Fill(new Box(plot.X, plot.Bottom, plot.Width, 2 * page.Unit), ground.Legible);
    }

    public static void DrawLine(
        SketchPage page,
        ImmutableArray<ChartValue> values,
        Box box,
        SketchTheme theme,
        Rgb ground
    )
    {
        (Box plot, Box[] slots) = Plot(page, values, box, ground);
        page.Canvas.Fill(new Box(plot.X, plot.Bottom, plot.Width, 2 * page.Unit), ground.Legible);
        (int X, int Y)[] points =
        [
            .. values.Select((v, i) => (slots[i].CenterX, plot.Bottom - Length(v, values, plot.Height))),
        ];
        for (int i = 1; i < points.Length; i++)
        {
            page.Canvas.Line(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y, 3 * page.Unit, theme.Accent);
        }

        for (int i = 0; i < points.Length; i++)
        {
            page.Canvas.Disc(points[i].X, points[i].Y, 5 * page.Unit, theme.Accent);
            Label(page, values[i].Written, slots[i], points[i].Y - Line(page) - (5 * page.Unit), 0, ground);
        }
    }

    public static void DrawBars(
        SketchPage page,
        ImmutableArray<ChartValue> values,
        Box box,
        SketchTheme theme,
        Rgb ground
    )
    {
        Box[] rows = box.Rows([.. values.Select(_ => 1.0)], page.Unit);
        for (int i = 0; i < values.Length; i++)
        {
            Box[] parts = rows[i].Columns([1, 2.4, 0.6], page.Gap / 2);
            int y = rows[i].CenterY - (Line(page) / 2);
            Label(page, values[i].Label, parts[0], y, 1, ground);
            var bar = new Box(parts[1].X, rows[i].Y, Length(values[i], values, parts[1].Width), rows[i].Height);
            page.Canvas.Fill(bar.Inset(0, bar.Height / 6), theme.Fill(i));
            Label(page, values[i].Written, parts[2], y, -1, ground);
        }
    }

    public static void DrawPie(
        SketchPage page,
        ImmutableArray<ChartValue> values,
        Box box,
        SketchTheme theme,
        Rgb ground
    )
    {
        Box[] halves = box.Columns([1, 1], page.Gap);
        DrawSlices(page, values, halves[0], theme);
        Box[] rows = halves[1].Rows([.. values.Select(_ => 1.0)], 0);
        int side = 10 * page.Unit;
        for (int i = 0; i < values.Length; i++)
        {
            page.Canvas.Fill(new Box(rows[i].X, rows[i].CenterY - (side / 2), side, side), theme.Fill(i));
            var words = Box.FromEdges(rows[i].X + (2 * side), rows[i].Y, rows[i].Right, rows[i].Bottom);
            Label(page, $"{values[i].Label} {values[i].Written}", words, words.CenterY - (Line(page) / 2), -1, ground);
        }
    }

    private static void DrawSlices(SketchPage page, ImmutableArray<ChartValue> values, Box box, SketchTheme theme)
    {
        double total = values.Sum(v => v.Number);
        int radius = Math.Min(box.Width, box.Height) / 2;
        for (int y = -radius; y < radius && total > 0; y++)
        {
            for (int x = -radius; x < radius; x++)
            {
                if ((x * x) + (y * y) < radius * radius)
                {
                    // From the top, clockwise, as a share of the whole turn.
                    double turn = ((Math.Atan2(x, -y) / (2 * Math.PI)) + 1) % 1;
                    int slice = SliceAt(turn * total, values);
                    page.Canvas.Fill(new Box(box.CenterX + x, box.CenterY + y, 1, 1), theme.Fill(slice));
                }
            }
        }
    }

    private static int SliceAt(double amount, ImmutableArray<ChartValue> values)
    {
        int slice = 0;
        while (slice < values.Length - 1 && amount >= values[slice].Number)
        {
            amount -= values[slice].Number;
            slice++;
        }

        return slice;
    }

    /// <summary>The area for marks, and a slot for each value; the labels stand beneath.</summary>
    private static (Box Plot, Box[] Slots) Plot(SketchPage page, ImmutableArray<ChartValue> values, Box box, Rgb ground)
    {
        int line = Line(page);
        var plot = Box.FromEdges(box.X, box.Y + line + (8 * page.Unit), box.Right, box.Bottom - line - (4 * page.Unit));
        Box[] slots = plot.Columns([.. values.Select(_ => 1.0)], 0);
        for (int i = 0; i < slots.Length; i++)
        {
            Label(page, values[i].Label, slots[i], plot.Bottom + (5 * page.Unit), 0, ground);
        }

        return (plot, slots);
    }

    private static int Length(ChartValue value, ImmutableArray<ChartValue> values, int longest)
    {
        double most = values.Max(v => v.Number);
        return most > 0 ? (int)Math.Round(longest * value.Number / most) : 0;
    }

    private static int Line(SketchPage page) => 2 * PixelFont.LineHeight * page.Unit;

    private static void Label(SketchPage page, string text, Box slot, int y, int alignment, Rgb ground) =>
        Lettering
            .Fit(text, slot.Width, Line(page), 2 * page.Unit, page.Unit)
            .Draw(page.Canvas, new Box(slot.X, y, slot.Width, 0), alignment, ground.Legible);
}
