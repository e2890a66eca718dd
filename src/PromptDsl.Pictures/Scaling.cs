namespace PromptDsl.Pictures;

/// <summary>Pictures in other sizes.</summary>
public static class Scaling
{
    private const int Whole = 256;

    /// <summary>The picture in another size; each pixel is the mean of those that it covers.</summary>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
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

    /// <summary>
    /// An opaque picture with a longest side of so many pixels: smaller as <see cref="Resize"/> has it, larger
    /// with pixels that go over into each other, so that edges stay smooth.
    /// </summary>
    public static Raster Fit(Raster picture, int longestSide)
    {
        int longest = Math.Max(picture.Width, picture.Height);
        int width = Math.Max(1, (int)((long)picture.Width * longestSide / longest));
        int height = Math.Max(1, (int)((long)picture.Height * longestSide / longest));
        return longest >= longestSide ? Resize(picture, width, height) : Enlarge(picture, width, height);
    }

    /// <summary>The picture in squares of one colour each, as an unfinished picture looks.</summary>
    public static Raster Coarsen(Raster picture, int square)
    {
        int columns = Math.Max(1, picture.Width / square);
        int rows = Math.Max(1, picture.Height / square);
        return Resize(Resize(picture, columns, rows), picture.Width, picture.Height);
    }

    // Bilinear: between the centres of the four nearest pixels.
    private static Raster Enlarge(Raster picture, int width, int height)
    {
        var result = new Raster(width, height);
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom, int down) = Between(y, height, picture.Height);
            ReadOnlySpan<byte> above = picture.Row(top);
            ReadOnlySpan<byte> below = picture.Row(bottom);
            Span<byte> row = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                (int left, int right, int across) = Between(x, width, picture.Width);
                for (int c = 0; c < Raster.BytesPerPixel; c++)
                {
                    int l = (left * Raster.BytesPerPixel) + c;
                    int r = (right * Raster.BytesPerPixel) + c;
                    int upper = Mix(above[l], above[r], across);
                    row[(x * Raster.BytesPerPixel) + c] = (byte)Mix(upper, Mix(below[l], below[r], across), down);
                }
            }
        }

        return result;
    }

    // The two pixels that a position lies between, and how far it is to the second one.
    private static (int First, int Second, int Part) Between(int index, int length, int sourceLength)
    {
        long position = ((((2L * index) + 1) * sourceLength * Whole / length) - Whole) / 2;
        position = Math.Clamp(position, 0, (sourceLength - 1L) * Whole);
        int first = (int)(position / Whole);
        return (first, Math.Min(first + 1, sourceLength - 1), (int)(position % Whole));
    }

    private static int Mix(int first, int second, int part) => first + ((second - first) * part / Whole);

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
