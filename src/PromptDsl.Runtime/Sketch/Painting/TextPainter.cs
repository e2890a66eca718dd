using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Draws lettering: the copy as it is written, in its colour and relative size, with its font in small print.</summary>
internal static class TextPainter
{
    private const double LegibleContrast = 2.5;

    /// <summary>Draws the text in the middle of a box.</summary>
    /// <param name="preferred">The colour of lettering that says none, or null for whichever is legible.</param>
    /// <param name="ground">What is beneath; null when it is not known, and a plate is drawn.</param>
    public static void Draw(SketchPage page, TextThing text, Box box, int alignment, Rgb? preferred, Rgb? ground)
    {
        int unit = page.Unit;
        Box inside = box.Inset(2 * unit, 0);
        Lettering copy = Lettering.Fit(Copy(text), inside.Width, inside.Height, Largest(text) * unit, 1);
        string font = text.Fields["font"]?.Written ?? "";
        Lettering print = Lettering.Cut(font, inside.Width, inside.Height - copy.Height - (4 * unit), unit);
        int height = copy.Height + print.Height + (print.Lines.IsEmpty ? 0 : 4 * unit);
        int y = inside.Y + ((inside.Height - height) / 2);
        Rgb color = ColorWords.Find(text.Fields["color"]) ?? preferred ?? ground?.Legible ?? Rgb.Ink;
        Rgb beneath = ground ?? color.Legible;
        if (ground is null || Rgb.Contrast(color, beneath) < LegibleContrast)
        {
            beneath = color.Legible;
            // What is drawn anew covers all of what was there.
            int width = page.IsSettled(text) ? inside.Width : Math.Max(copy.Width, print.Width);
            int x = inside.X + ((inside.Width - width) * (alignment + 1) / 2);
            page.Canvas.FillRounded(new Box(x, y, width, height).Inset(-6 * unit, -2 * unit), page.Radius, beneath);
        }

        copy.Draw(page.Canvas, new Box(inside.X, y, inside.Width, 0), alignment, color);
        y += copy.Height + (4 * unit);
        print.Draw(page.Canvas, new Box(inside.X, y, inside.Width, 0), alignment, beneath.Legible.Mix(beneath, 0.3));
    }

    private static string Copy(TextThing text) =>
        text.Fields.Word("case") switch
        {
            "upper" or "small-caps" => text.Literal.Plain.ToUpperInvariant(),
            "lower" => text.Literal.Plain.ToLowerInvariant(),
            _ => text.Literal.Plain,
        };

    private static int Largest(TextThing text) =>
        text.Fields.Word("size") switch
        {
            "large" => 6,
            "small" => 2,
            _ => 4,
        };
}
