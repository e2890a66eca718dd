namespace PromptDsl.Pictures;

/// <summary>Writes pictures in the formats that image models give.</summary>
public static class PictureEncoder
{
    /// <summary>The whole file; JPEG has no alpha, so transparent pixels are laid on white.</summary>
    /// <param name="raster">The pixels.</param>
    /// <param name="format">The format.</param>
    /// <param name="quality">For JPEG, 1–100; PNG and WebP are written without loss.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge is longer than the format allows, or there is no such quality.</exception>
    public static byte[] Encode(Raster raster, PictureFormat format, int quality = 90) =>
        format switch
        {
            PictureFormat.Png => PngEncoder.Encode(raster),
            PictureFormat.Jpeg => JpegEncoder.Encode(raster, quality),
            PictureFormat.WebP => WebPEncoder.Encode(raster),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
