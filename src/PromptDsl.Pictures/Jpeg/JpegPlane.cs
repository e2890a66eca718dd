namespace PromptDsl.Pictures.Jpeg;

/// <summary>The samples of a channel that is written.</summary>
internal sealed class JpegPlane(int width, int height)
{
    private readonly float[] _samples = new float[width * height];

    public float this[int x, int y]
    {
        get => _samples[(y * width) + x];
        private set => _samples[(y * width) + x] = value;
    }

    /// <summary>Brightness and the two colour differences (JFIF 1.02), around 0.</summary>
    public static JpegPlane[] Split(Raster raster)
    {
        JpegPlane[] planes = [.. Enumerable.Range(0, 3).Select(_ => new JpegPlane(raster.Width, raster.Height))];
        for (int y = 0; y < raster.Height; y++)
        {
            ReadOnlySpan<byte> row = raster.Row(y);
            for (int x = 0; x < raster.Width; x++)
            {
                ReadOnlySpan<byte> pixel = row.Slice(x * Raster.BytesPerPixel, Raster.BytesPerPixel);
                int r = pixel[0];
                int g = pixel[1];
                int b = pixel[2];
                planes[0][x, y] = (0.299f * r) + (0.587f * g) + (0.114f * b) - 128;
                planes[1][x, y] = (-0.168736f * r) - (0.331264f * g) + (0.5f * b);
                planes[2][x, y] = (0.5f * r) - (0.418688f * g) - (0.081312f * b);
            }
        }

        return planes;
    }

    /// <summary>A plane of half the width and height, each sample the mean of four.</summary>
    public JpegPlane Halve()
    {
        var half = new JpegPlane((width + 1) / 2, (height + 1) / 2);
        for (int y = 0; y < height; y += 2)
        {
            int below = Math.Min(y + 1, height - 1);
            for (int x = 0; x < width; x += 2)
            {
                int right = Math.Min(x + 1, width - 1);
                half[x / 2, y / 2] = (this[x, y] + this[right, y] + this[x, below] + this[right, below]) / 4;
            }
        }

        return half;
    }

    /// <summary>The block of 8×8 at a place; beyond the edges their samples are repeated.</summary>
    public void CopyBlock(int column, int row, Span<float> block)
    {
        for (int i = 0; i < block.Length; i++)
        {
            int x = Math.Min((column * 8) + (i % 8), width - 1);
            int y = Math.Min((row * 8) + (i / 8), height - 1);
            block[i] = this[x, y];
        }
    }
}
