namespace PromptDsl.Assets;

/// <summary>Tells formats by the bytes that files begin with.</summary>
internal static class AssetSignature
{
    /// <summary>PNG (3rd edition) 5.2.</summary>
    public static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The format, or <see cref="AssetFormat.Unknown"/>.</summary>
    public static AssetFormat FormatOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Png))
        {
            return AssetFormat.Png;
        }

        // ITU-T T.81 B.1.1.3: SOI; every segment after it begins with FF too.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return AssetFormat.Jpeg;
        }

        // RFC 9649 2.4: "RIFF", a size of four bytes, "WEBP".
        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8))
        {
            return AssetFormat.WebP;
        }

        // GIF89a 17: the header; GIF87a lacks only the extensions.
        return head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? AssetFormat.Gif : AssetFormat.Unknown;
    }

    /// <summary>What a file of no known format seems to be, as a clause.</summary>
    public static string DescribeUnknown(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return "it is empty";
        }

        if (head.StartsWith("version https://git-lfs.github.com/"u8))
        {
            return "it is a pointer of Git LFS and not the picture, which `git lfs pull` brings";
        }

        if (head.StartsWith(Png[..4]))
        {
            return "its PNG signature is damaged, as by a transfer that changes line ends";
        }

        string? other = OtherFormat(head);
        return other is null
            ? "it is none of PNG, JPEG, WebP and GIF"
            : $"it seems to be {other}, and not PNG, JPEG, WebP or GIF";
    }

    private static string? OtherFormat(ReadOnlySpan<byte> head)
    {
        // ISO/IEC 14496-12 4.3: the file type box, then its brand.
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            ReadOnlySpan<byte> brand = head[8..12];
            return brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) ? "AVIF"
                : brand.StartsWith("he"u8) || brand.StartsWith("mif1"u8) ? "HEIC"
                : "a film";
        }

        bool isTiff =
            head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00])
            || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A]);
        return isTiff ? "TIFF"
            : head.StartsWith("BM"u8) ? "BMP"
            : head.StartsWith("%PDF"u8) ? "PDF"
            : head.StartsWith("<svg"u8) || head.StartsWith("<?xml"u8) ? "SVG or other XML"
            : null;
    }
}
