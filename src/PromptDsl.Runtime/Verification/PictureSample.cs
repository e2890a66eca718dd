using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Verification;

/// <summary>
/// Points on an even grid of a picture. Points keep the exact colours of flat areas and thin lettering,
/// which means of areas would mix.
/// </summary>
/// <param name="Colors">The points that can be seen, with their place in OKLab.</param>
internal sealed record PictureSample(ImmutableArray<(RgbColor Color, OkLab Lab)> Colors)
{
    // A quarter of a million points: even a share of 0.1 % is measured to within a few hundredths of a percent.
    private const int MaxPointsAnEdge = 512;

    // What is fainter than half hardly shows its own colour.
    private const byte MinVisibleAlpha = 128;

    public static PictureSample Take(Raster raster)
    {
        int columns = Math.Min(raster.Width, MaxPointsAnEdge);
        int rows = Math.Min(raster.Height, MaxPointsAnEdge);
        var colors = ImmutableArray.CreateBuilder<(RgbColor, OkLab)>(columns * rows);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> line = raster.Row(Centre(row, rows, raster.Height));
            for (int column = 0; column < columns; column++)
            {
                ReadOnlySpan<byte> pixel = line[(Centre(column, columns, raster.Width) * Raster.BytesPerPixel)..];
                if (pixel[3] >= MinVisibleAlpha)
                {
                    var color = new RgbColor(pixel[0], pixel[1], pixel[2]);
                    colors.Add((color, OkLab.FromRgb(color)));
                }
            }
        }

        return new PictureSample(colors.DrainToImmutable());
    }

    private static int Centre(int index, int count, int length) => (int)(((2L * index) + 1) * length / (2L * count));
}
