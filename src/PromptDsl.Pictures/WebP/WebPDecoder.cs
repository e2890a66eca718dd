using PromptDsl.Pictures.WebP.Lossless;

namespace PromptDsl.Pictures.WebP;

/// <summary>Reads WebP (RFC 9649) of both codings, with alpha; of an animation the first frame is not read.</summary>
internal static class WebPDecoder
{
    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        var chunks = new WebPChunks(file);
        if (!chunks.IsWhole)
        {
            throw new PictureFormatException("its data ends early");
        }

        while (chunks.Next())
        {
            switch (chunks.Name)
            {
                case "VP8L":
                    return ToRaster(LosslessDecoder.Decode(chunks.Data));
                case "VP8 ":
                    throw new PictureFormatException("it is coded with loss, which is not read");
                case "ANMF":
                    throw new PictureFormatException("it is an animation, which is not read");
            }
        }

        throw new PictureFormatException("it has no picture data");
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
