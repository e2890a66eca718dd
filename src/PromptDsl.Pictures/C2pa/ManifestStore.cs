using System.Buffers.Binary;
using PromptDsl.Pictures.Jpeg;
using PromptDsl.Pictures.Png;
using PromptDsl.Pictures.WebP;

namespace PromptDsl.Pictures.C2pa;

/// <summary>Finds the manifest store in a file, C2PA 2.2 appendix A.3.</summary>
internal static class ManifestStore
{
    /// <summary>The bytes of the store, or null when the file has none before its end or its first fault.</summary>
    public static byte[]? Find(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngChunkReader.Signature))
        {
            return FindInPng(file);
        }

        if (file.StartsWith(JpegDecoder.Signature))
        {
            return FindInJpeg(file[2..]);
        }

        if (WebPChunks.IsWebP(file))
        {
            return FindInWebP(file);
        }

        return file.StartsWith("GIF8"u8) ? GifStore.Find(file) : null;
    }

    private static byte[]? FindInPng(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunkReader(file);
        byte[]? store = null;
        while (chunks.TryNext() && chunks.Name != "IEND")
        {
            if (chunks.Name == "caBX")
            {
                store = store is null ? chunks.Data.ToArray() : throw Several();
            }
        }

        return store;
    }

    private static byte[]? FindInWebP(ReadOnlySpan<byte> file)
    {
        var chunks = new WebPChunks(file);
        byte[]? store = null;
        while (chunks.Next())
        {
            if (chunks.Name == "C2PA")
            {
                store = store is null ? chunks.Data.ToArray() : throw Several();
            }
        }

        return store;
    }

    // ISO/IEC 19566-5 D.2: APP11 segments of "JP", the number of the box, the number of the part, and in
    // each part the head of the box, which counts once.
    private static byte[]? FindInJpeg(ReadOnlySpan<byte> rest)
    {
        const int Head = 8;
        const int HeadOfLater = 16;
        var parts = new SortedDictionary<uint, byte[]>();
        int? number = null;
        while (rest.Length >= 4 && rest[0] == 0xFF && rest[1] != JpegMarker.StartOfScan)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
            {
                break;
            }

            ReadOnlySpan<byte> data = rest[4..(length + 2)];
            if (rest[1] == JpegMarker.App11 && data.Length > HeadOfLater && data.StartsWith("JP"u8))
            {
                int box = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
                uint part = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
                bool isFirst = data.Length >= 28 && data[24..28].SequenceEqual("c2pa"u8);
                if (isFirst && number is not null && number != box)
                {
                    throw Several();
                }

                number ??= isFirst ? box : null;
                if (box == number && !parts.TryAdd(part, data[(isFirst ? Head : HeadOfLater)..].ToArray()))
                {
                    throw new PictureFormatException("a part of it stands there twice");
                }
            }

            rest = rest[(length + 2)..];
        }

        return number is null ? null : [.. parts.Values.SelectMany(p => p)];
    }

    private static PictureFormatException Several() => new("the file has more than one store");
}
