using System.Globalization;
using System.Text;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Text;

namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>
/// The lettering of sketches: bitmaps in cells of 7 × 14, two cells for a wide character. Latin and
/// Hangul are drawn; any other character is a box of its true width.
/// </summary>
internal static class PixelFont
{
    public const int CellWidth = 7;
    public const int CellHeight = 14;

    /// <summary>From the top of a cell to the line on which letters stand, before scaling.</summary>
    public const int Baseline = 11;

    /// <summary>From the top of one line to the top of the next, before scaling.</summary>
    public const int LineHeight = 17;

    /// <summary>The width of a line in pixels.</summary>
    public static int Measure(string text, int scale) => DisplayWidth.Of(text) * CellWidth * scale;

    /// <summary>Draws a line; its top left corner is given. Larger lettering is bolder.</summary>
    public static void Draw(Canvas canvas, string text, int x, int y, int scale, Rgb color)
    {
        int at = x;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            int width = DisplayWidth.Of(element);
            if (width > 0)
            {
                DrawGlyph(canvas, Find(element, width), at, y, scale, color);
                at += width * CellWidth * scale;
            }
        }
    }

    /// <summary>The glyph of what a reader sees as one character, one or two columns wide.</summary>
    public static Glyph Find(string element, int columns)
    {
        Rune first = element.EnumerateRunes().First();
        Glyph? glyph = LatinGlyphs.Find(first.Value) ?? HangulGlyphs.Find(first.Value);
        return glyph is not null && glyph.Width == columns * CellWidth ? glyph : Unknown(columns * CellWidth);
    }

    private static Glyph Unknown(int width)
    {
        var pen = new GlyphPen();
        pen.Across(1, 1, width - 2);
        pen.Across(CellHeight - 3, 1, width - 2);
        pen.Down(1, 1, CellHeight - 3);
        pen.Down(width - 2, 1, CellHeight - 3);
        return pen.ToGlyph(width);
    }

    private static void DrawGlyph(Canvas canvas, Glyph glyph, int x, int y, int scale, Rgb color)
    {
        int stroke = scale + (scale / 2);
        for (int row = 0; row < CellHeight; row++)
        {
            for (int column = 0; column < glyph.Width; column++)
            {
                if (glyph.IsSet(column, row))
                {
                    canvas.Fill(new Box(x + (column * scale), y + (row * scale), stroke, scale), color);
                }
            }
        }
    }
}
