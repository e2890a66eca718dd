using static PromptDsl.Pictures.WebP.Lossless.LosslessImage;

namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Foretells pixels from those above and to the left, RFC 9649 3.5.1.</summary>
internal static class LosslessPredictor
{
    /// <summary>The mode in which the left or the upper pixel is taken, whichever fits the third.</summary>
    public const int SelectMode = 11;

    private const uint Black = 0xFF000000;

    /// <summary>What is foretold of a pixel; those of the first row and column have rules of their own.</summary>
    public static uint Predict(ReadOnlySpan<uint> pixels, int width, int x, int y, int mode)
    {
        int at = (y * width) + x;
        if (y == 0)
        {
            return x == 0 ? Black : pixels[at - 1];
        }

        if (x == 0)
        {
            return pixels[at - width];
        }

        // On the right edge the pixel above to the right is the first of the same row.
        return Predict(mode, pixels[at - 1], pixels[at - width], pixels[at - width + 1], pixels[at - width - 1]);
    }

    private static uint Predict(int mode, uint left, uint above, uint right, uint corner) =>
        mode switch
        {
            1 => left,
            2 => above,
            3 => right,
            4 => corner,
            5 => Average(Average(left, right), above),
            6 => Average(left, corner),
            7 => Average(left, above),
            8 => Average(corner, above),
            9 => Average(above, right),
            10 => Average(Average(left, corner), Average(above, right)),
            SelectMode => Select(left, above, corner),
            12 => Combine(left, above, corner, static (l, a, c) => l + a - c),
            13 => Combine(Average(left, above), corner, 0, static (m, c, _) => m + ((m - c) / 2)),
            _ => Black,
        };

    private static uint Average(uint a, uint b) => (((a ^ b) & 0xFEFEFEFE) >> 1) + (a & b);

    private static uint Select(uint left, uint above, uint corner) =>
        Distance(above, corner) < Distance(left, corner) ? left : above;

    private static int Distance(uint a, uint b) =>
        Math.Abs(Alpha(a) - Alpha(b))
        + Math.Abs(Red(a) - Red(b))
        + Math.Abs(Green(a) - Green(b))
        + Math.Abs(Blue(a) - Blue(b));

    private static uint Combine(uint a, uint b, uint c, Func<int, int, int, int> combine)
    {
        int Channel(int shift) =>
            Math.Clamp(combine((byte)(a >> shift), (byte)(b >> shift), (byte)(c >> shift)), 0, byte.MaxValue);
        return Pack(Channel(24), Channel(16), Channel(8), Channel(0));
    }
}
