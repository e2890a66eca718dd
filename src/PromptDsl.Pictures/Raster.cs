namespace PromptDsl.Pictures;

/// <summary>
/// The pixels of a picture: eight bits a channel, red, green, blue, alpha (not premultiplied), row by
/// row from the top left, sRGB.
/// </summary>
public sealed class Raster
{
    public const int BytesPerPixel = 4;

    /// <summary>A picture in which every pixel is transparent black.</summary>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1, or the pixels do not fit into one array.</exception>
    public Raster(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            (long)width * height * BytesPerPixel,
            Array.MaxLength,
            nameof(width)
        );
        Width = width;
        Height = height;
        Pixels = new byte[width * height * BytesPerPixel];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All channels of all pixels; written by whoever draws.</summary>
    public byte[] Pixels { get; }

    /// <summary>A row of pixels.</summary>
    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width * BytesPerPixel, Width * BytesPerPixel);

    /// <summary>Whether no pixel lets anything through.</summary>
    public bool IsOpaque
    {
        get
        {
            for (int i = 3; i < Pixels.Length; i += BytesPerPixel)
            {
                if (Pixels[i] != byte.MaxValue)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The picture as it looks on white paper; the same one when it is opaque.</summary>
    public Raster OnWhite()
    {
        if (IsOpaque)
        {
            return this;
        }

        var opaque = new Raster(Width, Height);
        for (int i = 0; i < Pixels.Length; i++)
        {
            int alpha = Pixels[i | 3];
            int white = byte.MaxValue * (byte.MaxValue - alpha);
            opaque.Pixels[i] =
                (i & 3) == 3
                    ? byte.MaxValue
                    : (byte)(((Pixels[i] * alpha) + white + (byte.MaxValue / 2)) / byte.MaxValue);
        }

        return opaque;
    }
}
