using System.Buffers.Binary;

namespace PromptDsl.Pictures.C2pa;

/// <summary>An APP11 segment with a part of a box, ISO/IEC 19566-5 D.2.</summary>
/// <param name="Box">The number of the box.</param>
/// <param name="Number">The number of the part, in order.</param>
/// <param name="BeginsStore">Whether a manifest store begins in it.</param>
/// <param name="Data">The whole segment.</param>
internal sealed record JpegPart(int Box, uint Number, bool BeginsStore, byte[] Data)
{
    private const int HeadLength = 16;

    // Where the type of a box that begins in the part is described.
    private const int DescriptionStart = 24;

    /// <summary>Reads a segment, or gives null when it holds something else.</summary>
    public static JpegPart? Read(ReadOnlySpan<byte> segment) =>
        segment.Length >= HeadLength && segment.StartsWith("JP"u8)
            ? new JpegPart(
                BinaryPrimitives.ReadUInt16BigEndian(segment[2..]),
                BinaryPrimitives.ReadUInt32BigEndian(segment[4..]),
                segment.Length > DescriptionStart && segment[DescriptionStart..].StartsWith("c2pa"u8),
                segment.ToArray()
            )
            : null;
}
