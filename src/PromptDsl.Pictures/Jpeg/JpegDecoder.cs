using System.Buffers.Binary;
using System.Globalization;

namespace PromptDsl.Pictures.Jpeg;

/// <summary>
/// Reads JPEG (ITU-T T.81) of eight bits a channel, coded sequentially or progressively by Huffman tables;
/// greyscale, YCbCr or RGB. Profiles and the orientation of Exif are not applied.
/// </summary>
internal ref struct JpegDecoder
{
    // Encoders write about ten. More could make a short file take long.
    private const int MaxScans = 100;

    private readonly ReadOnlySpan<byte> _file;
    private readonly JpegTables _tables = new();
    private int _position;
    private JpegFrame? _frame;
    private int _restartInterval;
    private int _scans;
    private bool _isJfif;
    private int? _adobeTransform;

    private JpegDecoder(ReadOnlySpan<byte> file) => _file = file;

    /// <summary>B.1.1.3: SOI; every segment after it begins with FF too.</summary>
    public static ReadOnlySpan<byte> Signature => [0xFF, JpegMarker.StartOfImage, 0xFF];

    public static Raster Decode(ReadOnlySpan<byte> file) => new JpegDecoder(file) { _position = 2 }.Decode();

    private Raster Decode()
    {
        for (byte marker = ReadMarker(); marker != JpegMarker.EndOfImage; marker = ReadMarker())
        {
            if (!JpegMarker.IsAlone(marker))
            {
                ReadSegment(marker);
            }
        }

        if (_frame is null || _scans == 0)
        {
            throw new PictureFormatException("it has an end marker and no picture before it");
        }

        return JpegPixels.Create(_frame, IsRgb(_frame));
    }

    private byte ReadMarker()
    {
        if (_position < _file.Length && _file[_position] != 0xFF)
        {
            throw new PictureFormatException(
                string.Create(CultureInfo.InvariantCulture, $"no marker stands at byte {_position}")
            );
        }

        // B.1.1.2: any number of FF may precede the code.
        while (_position < _file.Length)
        {
            byte value = _file[_position++];
            if (value != 0xFF)
            {
                return value;
            }
        }

        throw EndsEarly();
    }

    private void ReadSegment(byte marker)
    {
        ReadOnlySpan<byte> segment = TakeSegment();
        switch (marker)
        {
            case JpegMarker.QuantizationTables:
                _tables.ReadQuantization(segment);
                break;
            case JpegMarker.HuffmanTables:
                _tables.ReadHuffman(segment);
                break;
            case JpegMarker.RestartInterval when segment.Length == 2:
                _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                break;
            case JpegMarker.App0:
                _isJfif |= segment.StartsWith("JFIF\0"u8);
                break;
            case JpegMarker.App14 when segment.StartsWith("Adobe"u8) && segment.Length >= 12:
                _adobeTransform = segment[11];
                break;
            case JpegMarker.StartOfScan:
                ReadScan(segment);
                break;
            default:
                ReadFrame(marker, segment);
                break;
        }
    }

    private ReadOnlySpan<byte> TakeSegment()
    {
        ReadOnlySpan<byte> rest = _file[_position..];
        if (rest.Length < 2)
        {
            throw EndsEarly();
        }

        // B.1.1.4: the length counts its own two bytes.
        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2)
        {
            throw new PictureFormatException(
                string.Create(CultureInfo.InvariantCulture, $"the segment at byte {_position} has no length")
            );
        }

        if (length > rest.Length)
        {
            throw EndsEarly();
        }

        _position += length;
        return rest[2..length];
    }

    private void ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (!JpegMarker.IsFrame(marker))
        {
            return;
        }

        if (_frame is not null)
        {
            throw new PictureFormatException("it has two frames");
        }

        _frame = JpegFrame.Read(marker, segment, _file.Length);
    }

    private void ReadScan(ReadOnlySpan<byte> segment)
    {
        if (_frame is null)
        {
            throw new PictureFormatException("its picture data stands before the frame header");
        }

        if (++_scans > MaxScans)
        {
            throw new UnsupportedPictureException(
                string.Create(CultureInfo.InvariantCulture, $"it has more than the {MaxScans} scans that are read")
            );
        }

        JpegScan scan = JpegScan.Read(segment, _frame);
        foreach (JpegScanComponent part in scan.Components)
        {
            part.Component.Quantization ??= _tables.Quantization(part.Component.QuantizationTable);
        }

        _position = new JpegScanDecoder(_file, _position, _frame, scan, _tables, _restartInterval).Decode();
    }

    // Adobe's segment says so; without it and JFIF's, the names of the channels may.
    private readonly bool IsRgb(JpegFrame frame) =>
        _adobeTransform == 0
        || (_adobeTransform is null && !_isJfif && frame.Components.Select(c => c.Id).SequenceEqual("RGB"u8.ToArray()));

    private static PictureFormatException EndsEarly() => new("its data ends early");
}
