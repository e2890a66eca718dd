using System.IO.Compression;

namespace PromptDsl.Pictures.C2pa;

/// <summary>Unfolds manifests that are compressed by Brotli, C2PA 2.2 chapter 11, "Compressed manifests".</summary>
internal static class CompressedManifest
{
    private const string Compressed = "brob";

    /// <summary>Manifests have some kilobytes, with thumbnails some hundred; one that unfolds to more is refused.</summary>
    private const int MaxLength = 16 << 20;

    /// <summary>The manifest that a box holds compressed, or the box itself when it holds none.</summary>
    public static JumbfBox Unfold(JumbfBox manifest)
    {
        if (manifest.Children.FirstOrDefault(c => c.Type == Compressed) is not { } box)
        {
            return manifest;
        }

        return JumbfBox.ReadAll(Decompress(box.Data)).FirstOrDefault(b => b.Label == manifest.Label)
            ?? throw new PictureFormatException("its compressed manifest has another name");
    }

    private static byte[] Decompress(byte[] data)
    {
        try
        {
            using var stream = new BrotliStream(new MemoryStream(data), CompressionMode.Decompress);
            byte[] unfolded = new byte[MaxLength + 1];
            int length = stream.ReadAtLeast(unfolded, unfolded.Length, throwOnEndOfStream: false);
            return length <= MaxLength
                ? unfolded[..length]
                : throw new PictureFormatException("its compressed manifest is too large");
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new PictureFormatException("its manifest cannot be decompressed");
        }
    }
}
