using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Pictures.Tests;

/// <summary>Makes pictures for tests.</summary>
internal static class Samples
{
    /// <summary>A picture of what a function says of each pixel: red, green, blue, alpha.</summary>
    public static Raster Paint(int width, int height, Func<int, int, (int R, int G, int B, int A)> pixel)
    {
        var raster = new Raster(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int r, int g, int b, int a) = pixel(x, y);
                ReadOnlySpan<byte> bytes = [(byte)r, (byte)g, (byte)b, (byte)a];
                bytes.CopyTo(raster.Row(y)[(x * Raster.BytesPerPixel)..]);
            }
        }

        return raster;
    }

    /// <summary>Soft gradients with an edge, as photographs have them.</summary>
    public static Raster Gradient(int width, int height) =>
        Paint(
            width,
            height,
            (x, y) =>
                x + y > (width + height) * 3 / 4
                    ? (240, 200, 40, 255)
                    : (x * 255 / width, y * 255 / height, 255 - (x * 128 / width), 255)
        );

    /// <summary>Pictures of all sizes up to 40 pixels an edge: noise, few colours, or one; opaque or not.</summary>
    public static Arbitrary<Raster> Any() =>
        Arb.From(
            from width in Gen.Choose(1, 40)
            from height in Gen.Choose(1, 40)
            from colors in Gen.Elements(1, 2, 5, 256)
            from isOpaque in ArbMap.Default.GeneratorFor<bool>()
            from seed in Gen.Choose(0, int.MaxValue)
            select Noise(width, height, colors, isOpaque, seed)
        );

    /// <summary>Random pixels of so many colours.</summary>
    public static Raster Noise(int width, int height, int colors, bool isOpaque, int seed)
    {
        var random = new Random(seed);
        (int, int, int, int)[] palette =
        [
            .. Enumerable
                .Range(0, colors)
                .Select(_ => (random.Next(256), random.Next(256), random.Next(256), isOpaque ? 255 : random.Next(256))),
        ];
        return Paint(width, height, (_, _) => palette[random.Next(colors)]);
    }

    /// <summary>The mean of the squared differences of red, green and blue as a signal-to-noise ratio in decibels.</summary>
    public static double Psnr(Raster expected, Raster actual)
    {
        double sum = 0;
        for (int i = 0; i < expected.Pixels.Length; i++)
        {
            double difference = i % Raster.BytesPerPixel == 3 ? 0 : expected.Pixels[i] - actual.Pixels[i];
            sum += difference * difference;
        }

        double mean = sum / (expected.Width * expected.Height * 3.0);
        return mean == 0 ? double.PositiveInfinity : 10 * Math.Log10(255 * 255 / mean);
    }
}
