namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>Draws the strokes of a glyph.</summary>
internal sealed class GlyphPen
{
    private readonly ushort[] _rows = new ushort[PixelFont.CellHeight];

    public void Dot(int x, int y) => _rows[y] |= (ushort)(1 << x);

    /// <summary>A horizontal stroke; both ends are drawn.</summary>
    public void Across(int y, int from, int to)
    {
        for (int x = from; x <= to; x++)
        {
            Dot(x, y);
        }
    }

    /// <summary>A vertical stroke; both ends are drawn.</summary>
    public void Down(int x, int from, int to)
    {
        for (int y = from; y <= to; y++)
        {
            Dot(x, y);
        }
    }

    /// <summary>A stroke between two points, the first not below the second.</summary>
    public void Slant(int x0, int y0, int x1, int y1)
    {
        int steps = Math.Max(Math.Max(Math.Abs(x1 - x0), y1 - y0), 1);
        for (int i = 0; i <= steps; i++)
        {
            Dot(x0 + Rounded((x1 - x0) * i, steps), y0 + Rounded((y1 - y0) * i, steps));
        }
    }

    public Glyph ToGlyph(int width) => new(width, [.. _rows]);

    private static int Rounded(int value, int by) =>
        value >= 0 ? ((2 * value) + by) / (2 * by) : -(((-2 * value) + by) / (2 * by));
}
