using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Lines of one size.</summary>
internal sealed record Lettering(ImmutableArray<string> Lines, int Scale)
{
    // Half of what lies between two lines lies above the first.
    private const int Leading = (PixelFont.LineHeight - PixelFont.CellHeight) / 2;

    public int Height => Lines.Length * PixelFont.LineHeight * Scale;

    public int Width => Lines.IsEmpty ? 0 : Lines.Max(l => PixelFont.Measure(l, Scale));

    /// <summary>The text as large as fits without breaking a word, cut off when it does not fit at the smallest.</summary>
    public static Lettering Fit(string text, int width, int height, int largest, int smallest)
    {
        for (int scale = largest; scale >= smallest; scale--)
        {
            if (TextFlow.TryWrap(text, Columns(width, scale), Rows(height, scale)) is { } lines)
            {
                return new Lettering(lines, scale);
            }
        }

        return Cut(text, width, height, smallest);
    }

    /// <summary>The text in one size, cut off where it does not fit.</summary>
    public static Lettering Cut(string text, int width, int height, int scale) =>
        new(TextFlow.Truncate(text, Columns(width, scale), Rows(height, scale)), scale);

    /// <summary>Draws the lines from the top of a box: −1 at its left, 0 in its middle, 1 at its right.</summary>
    public void Draw(Canvas canvas, Box box, int alignment, Rgb color)
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            int spare = box.Width - PixelFont.Measure(Lines[i], Scale);
            int x = box.X + (spare * (alignment + 1) / 2);
            int y = box.Y + (((i * PixelFont.LineHeight) + Leading) * Scale);
            PixelFont.Draw(canvas, Lines[i], x, y, Scale, color);
        }
    }

    private static int Columns(int width, int scale) => width / (PixelFont.CellWidth * scale);

    private static int Rows(int height, int scale) => height / (PixelFont.LineHeight * scale);
}
