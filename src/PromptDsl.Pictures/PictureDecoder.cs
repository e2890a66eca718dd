using PromptDsl.Pictures.Jpeg;
using PromptDsl.Pictures.Png;
using PromptDsl.Pictures.WebP;

namespace PromptDsl.Pictures;

/// <summary>Reads the pixels of PNG, JPEG and WebP files.</summary>
public static class PictureDecoder
{
    /// <summary>
    /// The pixels of a still picture, or of the one that stands in for an animated PNG. Colour profiles and
    /// the orientation of Exif are not applied.
    /// </summary>
    /// <exception cref="PictureFormatException">The bytes are not a picture that can be read.</exception>
    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngChunkReader.Signature))
        {
            return PngDecoder.Decode(file);
        }

        if (file.StartsWith(JpegDecoder.Signature))
        {
            return JpegDecoder.Decode(file);
        }

        if (WebPChunks.IsWebP(file))
        {
            return WebPDecoder.Decode(file);
        }

        throw new PictureFormatException("it is none of PNG, JPEG and WebP");
    }
}
