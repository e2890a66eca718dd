using System.Buffers.Binary;
using System.Collections.Immutable;
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

    // ISO/IEC 19566-5 D.2: the parts of a box have its number, and each begins with the head of the box,
    // which counts once.
    private static byte[]? FindInJpeg(ReadOnlySpan<byte> segments)
    {
        const int Head = 8;
        const int HeadOfLater = 16;
        ImmutableArray<JpegPart> parts = ReadParts(segments);
        int[] stores = [.. parts.Where(p => p.BeginsStore).Select(p => p.Box).Distinct()];
        if (stores.Length == 0)
        {
            return null;
        }

        if (stores.Length > 1)
        {
            throw Several();
        }

        return
        [
            .. parts
                .Where(p => p.Box == stores[0])
                .OrderBy(p => p.Number)
                .SelectMany((p, i) => p.Data[(i == 0 ? Head : HeadOfLater)..]),
        ];
    }

    private static ImmutableArray<JpegPart> ReadParts(ReadOnlySpan<byte> rest)
    {
        var parts = ImmutableArray.CreateBuilder<JpegPart>();
        while (rest.Length >= 4 && rest[0] == 0xFF && rest[1] != JpegMarker.StartOfScan)
        {
            // T.81 B.1.1.2: the first byte of a marker may be repeated.
            if (rest[1] == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
            {
                break;
            }

            if (rest[1] == JpegMarker.App11 && JpegPart.Read(rest[4..(length + 2)]) is { } part)
            {
                parts.Add(part);
            }

            rest = rest[(length + 2)..];
        }

        return parts.DrainToImmutable();
    }

    private static PictureFormatException Several() => new("the file has more than one store");
}
