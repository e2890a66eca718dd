using PromptDsl.Pictures.WebP.Lossless;
using PromptDsl.Pictures.WebP.Lossy;

namespace PromptDsl.Pictures.WebP;

/// <summary>Reads WebP (RFC 9649) of both codings, with alpha; animations are not read.</summary>
internal static class WebPDecoder
{
    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        var chunks = new WebPChunks(file);
        if (!chunks.IsWhole)
        {
            throw new PictureFormatException("its data ends early");
        }

        ReadOnlySpan<byte> alpha = default;
        while (chunks.Next())
        {
            switch (chunks.Name)
            {
                case "VP8L":
                    return ToRaster(LosslessDecoder.Decode(chunks.Data));
                case "ALPH":
                    alpha = chunks.Data;
                    break;
                case "VP8 ":
                    return DecodeLossy(chunks.Data, alpha);
                case "ANMF":
                    throw new UnsupportedPictureException("it is an animation, which is not read");
            }
        }

        throw new PictureFormatException("it has no picture data");
    }

    private static Raster DecodeLossy(ReadOnlySpan<byte> data, ReadOnlySpan<byte> alpha)
    {
        Raster raster = LossyDecoder.Decode(data.ToArray());
        if (!alpha.IsEmpty)
        {
            WebPAlpha.Apply(alpha, raster);
        }

        return raster;
    }

    private static Raster ToRaster(LosslessImage image)
    {
        Raster raster = PixelLimit.CreateRaster(image.Width, image.Height);
        Span<byte> target = raster.Pixels;
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            uint pixel = image.Pixels[i];
            Span<byte> channels = target.Slice(i * Raster.BytesPerPixel, Raster.BytesPerPixel);
            channels[0] = LosslessImage.Red(pixel);
            channels[1] = LosslessImage.Green(pixel);
            channels[2] = LosslessImage.Blue(pixel);
            channels[3] = LosslessImage.Alpha(pixel);
        }

        return raster;
    }
}
