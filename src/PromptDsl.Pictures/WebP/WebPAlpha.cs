using PromptDsl.Pictures.WebP.Lossless;

namespace PromptDsl.Pictures.WebP;

/// <summary>Reads the alpha that stands beside a lossy picture, RFC 9649 2.7.1.2.</summary>
internal static class WebPAlpha
{
    /// <summary>Puts the alpha of a chunk that is not empty into a picture.</summary>
    public static void Apply(ReadOnlySpan<byte> chunk, Raster raster)
    {
        byte[] alpha = ReadValues(chunk, raster.Width, raster.Height);
        int filter = (chunk[0] >> 2) & 3;
        for (int i = 0; i < alpha.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, raster.Width);
            alpha[i] += Predict(alpha, i, x, y, raster.Width, filter);
            raster.Pixels[(i * Raster.BytesPerPixel) + 3] = alpha[i];
        }
    }

    private static byte[] ReadValues(ReadOnlySpan<byte> chunk, int width, int height)
    {
        ReadOnlySpan<byte> data = chunk[1..];
        switch (chunk[0] & 3)
        {
            case 0 when data.Length < width * height:
                throw new PictureFormatException("its alpha ends early");
            case 0:
                return data[..(width * height)].ToArray();
            case 1:
                // A lossless picture without header, of which green counts.
                LosslessImage image = LosslessDecoder.Decode(data, width, height);
                return [.. image.Pixels.Select(LosslessImage.Green)];
            default:
                throw new PictureFormatException("its alpha is coded in a way that WebP does not have");
        }
    }

    // What the value is the difference from; in the first row it is the one to the left, in the first
    // column the one above.
    private static byte Predict(byte[] alpha, int at, int x, int y, int width, int filter)
    {
        if (filter == 0 || at == 0)
        {
            return 0;
        }

        if (y == 0)
        {
            return alpha[at - 1];
        }

        if (x == 0)
        {
            return alpha[at - width];
        }

        byte left = alpha[at - 1];
        byte above = alpha[at - width];
        return filter switch
        {
            1 => left,
            2 => above,
            _ => (byte)Math.Clamp(left + above - alpha[at - width - 1], 0, byte.MaxValue),
        };
    }
}
