using System.Buffers.Binary;
using System.Globalization;
using PromptDsl.Values;

namespace PromptDsl.Assets.Formats;

/// <summary>
/// JPEG, ITU-T T.81: the first frame header, and whether the file goes on to its end marker. The
/// dimensions are those after the orientation that Exif states, as decoders show the picture.
/// </summary>
internal sealed class JpegReader(AssetSource source, AssetFindings findings)
{
    // T.81 table B.1.
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte HuffmanTables = 0xC4;
    private const byte Extension = 0xC8;
    private const byte ArithmeticConditioning = 0xCC;
    private const byte App1 = 0xE1;

    private ImageSize? _size;
    private int? _orientation;
    private bool _hasScan;

    public void Read()
    {
        findings.IsAnimated = false;
        findings.HasAlpha = false;
        source.Skip(2, "its first marker");
        byte marker = ReadMarker();
        while (marker != EndOfImage)
        {
            marker = ReadSegment(marker);
        }

        if (_size is null || !_hasScan)
        {
            throw new AssetFormatException("it has an end marker and no picture before it");
        }
    }

    // B.1.1.2: a marker is FF and a byte that is neither 0 nor FF; any number of FF may precede it.
    private byte ReadMarker()
    {
        byte value = source.ReadByte("its markers");
        if (value != 0xFF)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"no marker stands at byte {source.Position - 1}")
            );
        }

        while (value == 0xFF)
        {
            value = source.ReadByte("its markers");
        }

        return value;
    }

    /// <summary>Reads what a marker begins.</summary>
    /// <returns>The marker after it.</returns>
    private byte ReadSegment(byte marker)
    {
        if (IsAlone(marker))
        {
            return ReadMarker();
        }

        // B.1.1.4: the length counts its own two bytes.
        int length = source.ReadUInt16BigEndian("a segment") - 2;
        if (length < 0)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"the segment at byte {source.Position - 4} has no length")
            );
        }

        if (marker == StartOfScan)
        {
            return ReadScan(length);
        }

        if (IsFrame(marker) && _size is null)
        {
            ReadFrame(length);
        }
        else if (marker == App1)
        {
            ReadApp1(length);
        }
        else
        {
            source.Skip(length, "a segment");
        }

        return ReadMarker();
    }

    // Table B.1: TEM, RST0 to RST7 and SOI stand alone. 00 is no marker.
    private static bool IsAlone(byte marker) =>
        marker switch
        {
            0x00 or StartOfImage => throw new AssetFormatException("its markers are damaged"),
            0x01 or (>= 0xD0 and <= 0xD7) => true,
            _ => false,
        };

    // Table B.1: SOF0 to SOF15, among which three codes mean something else.
    private static bool IsFrame(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or Extension or ArithmeticConditioning);

    // B.2.2: precision, lines, samples per line, number of components, three bytes for each.
    private void ReadFrame(int length)
    {
        Span<byte> header = stackalloc byte[6];
        if (length < header.Length)
        {
            throw new AssetFormatException("its frame header is too short");
        }

        source.Read(header, "its frame header");
        int height = BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(header[3..]);
        if (height == 0)
        {
            // B.2.5: the lines are then counted after the first scan, which few decoders read.
            throw new AssetFormatException("its frame header states no height");
        }

        if (width == 0)
        {
            throw new AssetFormatException("its frame header states a width of 0");
        }

        if (header[5] == 0 || length != header.Length + (3 * header[5]))
        {
            throw new AssetFormatException("its frame header has a wrong length");
        }

        _size = new ImageSize(width, height);
        ShowSize();
        source.Skip(length - header.Length, "its frame header");
    }

    private byte ReadScan(int length)
    {
        if (_size is null)
        {
            throw new AssetFormatException("its picture data stands before the frame header");
        }

        _hasScan = true;
        source.Skip(length, "a scan header");

        // B.1.1.5: in entropy-coded data FF is followed by 0; RST0 to RST7 stand between its parts.
        while (true)
        {
            source.SkipPast(0xFF, "its picture data");
            byte next = 0xFF;
            while (next == 0xFF)
            {
                next = source.ReadByte("its picture data");
            }

            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return next;
            }
        }
    }

    // Exif 2.32 4.7.2: "Exif", two zero bytes, then a TIFF structure. The first one counts.
    private void ReadApp1(int length)
    {
        if (_orientation is not null)
        {
            source.Skip(length, "a segment");
            return;
        }

        byte[] data = new byte[length];
        source.Read(data, "a segment");
        if (data.AsSpan().StartsWith("Exif\0\0"u8))
        {
            _orientation = findings.Orientation = ExifOrientation.Read(data.AsSpan(6));
            ShowSize();
        }
    }

    private void ShowSize() =>
        findings.Size =
            _size is { } size && ExifOrientation.SwapsEdges(_orientation)
                ? new ImageSize(size.Height, size.Width)
                : _size;
}
