using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch.Drawing;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Hatches the part of a picture that a mask opens to an edit.</summary>
internal static class MaskPainter
{
    private const int StripesAcross = 85;

    public static void Draw(Canvas canvas, Raster mask, Rgb color)
    {
        Raster scaled = Scaling.Resize(mask, canvas.Bounds.Width, canvas.Bounds.Height);
        int spacing = Math.Max(3, Math.Min(scaled.Width, scaled.Height) / StripesAcross);
        for (int y = 0; y < scaled.Height; y++)
        {
            ReadOnlySpan<byte> row = scaled.Row(y);
            for (int x = 0; x < scaled.Width; x++)
            {
                if (row[(x * Raster.BytesPerPixel) + 3] == 0)
                {
                    canvas.Tint(x, y, color, (x + y) % spacing < spacing / 3 ? 0.6 : 0.15);
                }
            }
        }
    }
}
