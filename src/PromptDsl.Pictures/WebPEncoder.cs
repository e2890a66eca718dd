using System.Buffers.Binary;
using PromptDsl.Pictures.WebP.Lossless;

namespace PromptDsl.Pictures;

/// <summary>Writes lossless WebP; the same bytes for the same pixels.</summary>
public static class WebPEncoder
{
    private const int MaxEdge = 16384;

    /// <summary>The whole file.</summary>
    /// <param name="raster">The pixels; an edge is at most 16,384.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge is longer.</exception>
    public static byte[] Encode(Raster raster)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raster.Width, MaxEdge, nameof(raster));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raster.Height, MaxEdge, nameof(raster));
        byte[] data = LosslessEncoder.Encode(ToImage(raster), !raster.IsOpaque);
        int padded = data.Length + (data.Length & 1);
        byte[] file = new byte[20 + padded];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 12 + padded);
        "WEBPVP8L"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), data.Length);
        data.CopyTo(file, 20);
        return file;
    }

    private static LosslessImage ToImage(Raster raster)
    {
        uint[] pixels = new uint[raster.Width * raster.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            ReadOnlySpan<byte> pixel = raster.Pixels.AsSpan(i * Raster.BytesPerPixel, Raster.BytesPerPixel);
            pixels[i] = LosslessImage.Pack(pixel[3], pixel[0], pixel[1], pixel[2]);
        }

        return new LosslessImage(raster.Width, raster.Height, pixels);
    }
}
