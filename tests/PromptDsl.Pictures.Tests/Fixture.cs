using System.Reflection;

namespace PromptDsl.Pictures.Tests;

/// <summary>Files that other programs wrote: libjpeg-turbo's cjpeg, libwebp's cwebp, and what their decoders make of them.</summary>
internal static class Fixture
{
    private const string Reference = ".png";

    /// <summary>The names of files of a format.</summary>
    public static IEnumerable<string> Names(string extension) =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.EndsWith(extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static byte[] Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The pixels that the decoder of the same project finds in a file.</summary>
    public static Raster Expected(string name) => PictureDecoder.Decode(Read(name + Reference));
}
