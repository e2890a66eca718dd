using System.Globalization;
using PromptDsl.Pictures;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Whether transparency is used, not merely possible.</summary>
internal static class AlphaExpectation
{
    public const string Key = "alpha";

    // A pixel that lets hardly anything through looks opaque; encoders leave such ones at soft edges.
    private const byte MinOpaqueAlpha = 250;

    // Stray pixels are no background that was cut out, and do not spoil an opaque picture.
    private const double MinShare = 0.001;

    public static PictureCheck Check(Field field, CheckedFile file)
    {
        if (file.Raster is not { } raster)
        {
            return field.WithoutPixels(file);
        }

        double share = TransparentShare(raster);
        string found = string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1}% of the pixels are transparent");
        bool isTransparent = share >= MinShare;
        bool isExpected = field.Value.Written == "true";
        return isTransparent == isExpected ? field.Passed(found)
            : isExpected ? field.Failed($"expected transparent pixels, but {found}")
            : field.Failed($"expected an opaque picture, but {found}");
    }

    private static double TransparentShare(Raster raster)
    {
        long transparent = 0;
        byte[] pixels = raster.Pixels;
        for (int i = 3; i < pixels.Length; i += Raster.BytesPerPixel)
        {
            transparent += pixels[i] < MinOpaqueAlpha ? 1 : 0;
        }

        return transparent / ((double)raster.Width * raster.Height);
    }
}
