using System.Buffers.Binary;
using System.Security.Cryptography;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>Small pictures, each different from all others.</summary>
internal static class TestPictures
{
    private static int _made;

    public static byte[] Next(int width = 2, int height = 2)
    {
        var raster = new Raster(width, height);
        raster.Pixels.AsSpan().Fill(byte.MaxValue);
        BinaryPrimitives.WriteInt32LittleEndian(raster.Pixels, Interlocked.Increment(ref _made));
        raster.Pixels[3] = byte.MaxValue;
        return PngEncoder.Encode(raster);
    }

    public static async Task<PictureFile> WriteAsync(string folder, string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, bytes);
        return new PictureFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}
