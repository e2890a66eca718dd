using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Sketch.Drawing;

/// <summary>Pictures in other sizes.</summary>
internal static class Scaling
{
    /// <summary>The picture in another size; each pixel is the mean of those that it covers.</summary>
    public static Raster Resize(Raster picture, int width, int height)
    {
        var result = new Raster(width, height);
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom) = Covered(y, height, picture.Height);
            Span<byte> row = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                (int left, int right) = Covered(x, width, picture.Width);
                Mean(picture, left, top, right, bottom, row.Slice(x * Raster.BytesPerPixel, Raster.BytesPerPixel));
            }
        }

        return result;
    }

    /// <summary>The picture in squares of one colour each, as an unfinished picture looks.</summary>
    public static Raster Coarsen(Raster picture, int square)
    {
        int columns = Math.Max(1, picture.Width / square);
        int rows = Math.Max(1, picture.Height / square);
        return Resize(Resize(picture, columns, rows), picture.Width, picture.Height);
    }

    private static (int From, int To) Covered(int index, int length, int sourceLength)
    {
        int from = (int)((long)index * sourceLength / length);
        int to = (int)((long)(index + 1) * sourceLength / length);
        return (from, Math.Max(from + 1, to));
    }

    // Colours count by their alpha, so that what is transparent lends no colour.
    private static void Mean(Raster picture, int left, int top, int right, int bottom, Span<byte> pixel)
    {
        long red = 0;
        long green = 0;
        long blue = 0;
        long alpha = 0;
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y)[(left * Raster.BytesPerPixel)..(right * Raster.BytesPerPixel)];
            for (int i = 0; i < row.Length; i += Raster.BytesPerPixel)
            {
                int weight = row[i + 3];
                red += row[i] * weight;
                green += row[i + 1] * weight;
                blue += row[i + 2] * weight;
                alpha += weight;
            }
        }

        if (alpha > 0)
        {
            pixel[0] = (byte)(red / alpha);
            pixel[1] = (byte)(green / alpha);
            pixel[2] = (byte)(blue / alpha);
            pixel[3] = (byte)(alpha / ((long)(right - left) * (bottom - top)));
        }
    }
}
