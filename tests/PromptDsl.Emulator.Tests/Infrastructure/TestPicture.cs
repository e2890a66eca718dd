using System.Net.Http.Headers;
using PromptDsl.Pictures;

namespace PromptDsl.Emulator.Tests.Infrastructure;

/// <summary>Pictures to send.</summary>
internal static class TestPicture
{
    public static byte[] Png(int width = 64, int height = 64, byte alpha = byte.MaxValue)
    {
        var raster = new Raster(width, height);
        for (int i = 3; i < raster.Pixels.Length; i += Raster.BytesPerPixel)
        {
            raster.Pixels[i] = alpha;
        }

        return PngEncoder.Encode(raster);
    }

    public static ByteArrayContent Part(byte[] bytes, string? contentType = "image/png")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        return content;
    }

    public static string DataUrl(byte[] bytes) => $"data:image/png;base64,{Convert.ToBase64String(bytes)}";
}
