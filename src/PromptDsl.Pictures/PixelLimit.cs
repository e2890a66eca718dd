using System.Globalization;

namespace PromptDsl.Pictures;

/// <summary>What keeps a small file from asking for much memory.</summary>
internal static class PixelLimit
{
    /// <summary>
    /// Larger pictures are refused. Six times the 8,294,400 pixels of the largest documented size, and what
    /// cameras of telephones make: 200 MB unfolded, of which decoders hold two at most.
    /// </summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>A raster of the size that a header states.</summary>
    public static Raster CreateRaster(long width, long height)
    {
        Check(width, height);
        return new Raster((int)width, (int)height);
    }

    /// <summary>Refuses a size before anything is unfolded.</summary>
    public static void Check(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw new PictureFormatException(
                string.Create(CultureInfo.InvariantCulture, $"its header states {width}x{height} pixels")
            );
        }

        if (width > MaxPixels / height)
        {
            throw new UnsupportedPictureException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is {width}x{height} pixels, more than the {MaxPixels / 1_000_000} megapixels that are read"
                )
            );
        }
    }
}
