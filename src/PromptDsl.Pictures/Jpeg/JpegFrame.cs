using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;

namespace PromptDsl.Pictures.Jpeg;

/// <summary>The frame header, ITU-T T.81 B.2.2.</summary>
internal sealed record JpegFrame(int Width, int Height, bool IsProgressive, ImmutableArray<JpegComponent> Components)
{
    public int MaxHorizontal { get; } = Components.Max(c => c.Horizontal);

    public int MaxVertical { get; } = Components.Max(c => c.Vertical);

    /// <summary>How many units of interleaved scans stand beside each other.</summary>
    public int UnitsAcross => DivideUp(Width, 8 * MaxHorizontal);

    public int UnitsDown => DivideUp(Height, 8 * MaxVertical);

    /// <summary>Reads the segment that a marker begins.</summary>
    /// <param name="fileLength">In bytes; a block takes a bit at least, so that short files cannot be large pictures.</param>
    public static JpegFrame Read(byte marker, ReadOnlySpan<byte> segment, long fileLength)
    {
        if (marker is not (JpegMarker.BaselineFrame or JpegMarker.ExtendedFrame or JpegMarker.ProgressiveFrame))
        {
            throw new UnsupportedPictureException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is coded by process SOF{marker & 0xF}, which is not read"
                )
            );
        }

        if (segment.Length < 6 || segment.Length != 6 + (3 * segment[5]))
        {
            throw new PictureFormatException("its frame header has a wrong length");
        }

        if (segment[0] != 8)
        {
            throw new UnsupportedPictureException(
                string.Create(CultureInfo.InvariantCulture, $"it has {segment[0]} bits a channel, and 8 are read")
            );
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        PixelLimit.Check(width, height);
        JpegFrame frame = new(width, height, marker == JpegMarker.ProgressiveFrame, ReadComponents(segment[6..]));
        frame.Allocate(fileLength);
        return frame;
    }

    public static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    private static ImmutableArray<JpegComponent> ReadComponents(ReadOnlySpan<byte> entries)
    {
        int count = entries.Length / 3;
        if (count is not (1 or 3))
        {
            throw new UnsupportedPictureException(
                count == 4
                    ? "it has four channels, as CMYK has, which is not read"
                    : string.Create(CultureInfo.InvariantCulture, $"it has {count} channels, and 1 or 3 are read")
            );
        }

        var components = ImmutableArray.CreateBuilder<JpegComponent>(count);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = entries.Slice(i * 3, 3);
            int horizontal = entry[1] >> 4;
            int vertical = entry[1] & 0xF;
            if (horizontal is < 1 or > 4 || vertical is < 1 or > 4 || entry[2] > 3)
            {
                throw new PictureFormatException("its frame header states a sampling that JPEG does not have");
            }

            // A.2.2: a scan of one channel has one block a unit, whatever the sampling.
            components.Add(
                count == 1
                    ? new JpegComponent(entry[0], 1, 1, entry[2])
                    : new JpegComponent(entry[0], horizontal, vertical, entry[2])
            );
        }

        return components.MoveToImmutable();
    }

    private void Allocate(long fileLength)
    {
        long blocks = 0;
        foreach (JpegComponent component in Components)
        {
            component.Lay(this);
            blocks += (long)component.BlocksAcross * component.BlocksDown;
        }

        if (blocks / 8 > fileLength)
        {
            throw new PictureFormatException("its picture data ends early");
        }

        foreach (JpegComponent component in Components)
        {
            component.Allocate();
        }
    }
}
