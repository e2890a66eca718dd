using System.Collections.Immutable;

namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>The bitmap of a character in a cell of <see cref="PixelFont.CellHeight"/> rows.</summary>
/// <param name="Width">The width of the cell: one or two times <see cref="PixelFont.CellWidth"/>.</param>
/// <param name="Rows">From top to bottom; bit 0 is the leftmost column.</param>
internal sealed record Glyph(int Width, ImmutableArray<ushort> Rows)
{
    public bool IsSet(int x, int y) => (Rows[y] >> x & 1) != 0;
}
