using System.Collections.Immutable;

namespace PromptDsl.Pictures.Jpeg;

/// <summary>The header of a scan, ITU-T T.81 B.2.3.</summary>
/// <param name="First">The first coefficient.</param>
/// <param name="Last">The last coefficient.</param>
/// <param name="IsRefinement">Whether it adds a bit to coefficients of scans before.</param>
/// <param name="LowBit">Which bit of the coefficients is the lowest of this scan.</param>
internal sealed record JpegScan(
    ImmutableArray<JpegScanComponent> Components,
    int First,
    int Last,
    bool IsRefinement,
    int LowBit
)
{
    public static JpegScan Read(ReadOnlySpan<byte> segment, JpegFrame frame)
    {
        if (segment.IsEmpty || segment[0] is < 1 or > 4 || segment.Length != 4 + (2 * segment[0]))
        {
            throw new PictureFormatException("a scan header has a wrong length");
        }

        var components = ImmutableArray.CreateBuilder<JpegScanComponent>(segment[0]);
        for (int i = 0; i < segment[0]; i++)
        {
            components.Add(ReadComponent(segment.Slice(1 + (i * 2), 2), frame));
        }

        ReadOnlySpan<byte> rest = segment[^3..];
        if (!frame.IsProgressive)
        {
            return new JpegScan(components.MoveToImmutable(), 0, JpegZigZag.Length - 1, IsRefinement: false, 0);
        }

        var scan = new JpegScan(components.MoveToImmutable(), rest[0], rest[1], rest[2] >> 4 != 0, rest[2] & 0xF);
        bool isDc = scan.First == 0;
        if (
            scan.Last >= JpegZigZag.Length
            || scan.Last < scan.First
            || scan.LowBit > 13
            || (isDc ? scan.Last != 0 : scan.Components.Length != 1)
        )
        {
            throw new PictureFormatException("a scan header states coefficients that no scan has");
        }

        return scan;
    }

    private static JpegScanComponent ReadComponent(ReadOnlySpan<byte> entry, JpegFrame frame)
    {
        foreach (JpegComponent component in frame.Components)
        {
            if (component.Id == entry[0] && entry[1] >> 4 <= 3 && (entry[1] & 0xF) <= 3)
            {
                return new JpegScanComponent(component, entry[1] >> 4, entry[1] & 0xF);
            }
        }

        throw new PictureFormatException("a scan header names a channel that the frame does not have");
    }
}
