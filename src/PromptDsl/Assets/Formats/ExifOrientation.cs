using System.Buffers.Binary;

namespace PromptDsl.Assets.Formats;

/// <summary>The orientation that a camera states. Anything broken states none, as decoders take it.</summary>
internal static class ExifOrientation
{
    // Exif 2.32 4.6.4 A, tag 0112.
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>As the pixels stand in the file.</summary>
    public const int Upright = 1;

    /// <summary>Whether the picture is shown lying on its side: orientations 5 to 8.</summary>
    public static bool SwapsEdges(int? orientation) => orientation is >= 5 and <= 8;

    /// <summary>Finds it in the first directory of a TIFF structure; 1, upright, where it is not.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        // TIFF 6.0 section 2: byte order, 42, where the first directory is.
        bool isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!isLittle && !tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        uint start = UInt32(tiff[4..], isLittle);
        if (start > tiff.Length - 2)
        {
            return Upright;
        }

        ReadOnlySpan<byte> directory = tiff[(int)start..];
        int count = UInt16(directory, isLittle);
        ReadOnlySpan<byte> entries = directory[2..];
        for (; count > 0 && entries.Length >= EntryLength; count--, entries = entries[EntryLength..])
        {
            if (UInt16(entries, isLittle) == Tag)
            {
                bool isNumber = UInt16(entries[2..], isLittle) == Short && UInt32(entries[4..], isLittle) == 1;
                int value = UInt16(entries[8..], isLittle);
                return isNumber && value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
