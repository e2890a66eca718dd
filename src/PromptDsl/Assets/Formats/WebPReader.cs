using System.Buffers.Binary;
using System.Globalization;
using PromptDsl.Values;

namespace PromptDsl.Assets.Formats;

/// <summary>WebP, RFC 9649: the chunks of the container, and the headers of the two kinds of bitstream.</summary>
internal sealed class WebPReader(AssetSource source, AssetFindings findings)
{
    private const int HeaderLength = 12;
    private const int ChunkHeaderLength = 8;

    private long _end;
    private bool _isExtended;
    private ImageSize? _picture;
    private bool _hasFrames;

    public void Read()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        source.Read(header, "its header");

        // 2.4: the size counts from byte 8, and is even.
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (size % 2 != 0 || size < HeaderLength)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"its header states a size of {size} bytes")
            );
        }

        _end = size + ChunkHeaderLength;
        bool isFirst = true;
        while (source.Position < _end && (isFirst || _isExtended))
        {
            ReadChunk(isFirst);
            isFirst = false;
        }

        // 2.5, 2.6: the simple format has one chunk; what follows it is passed over.
        source.Skip(_end - source.Position, "its chunks");
        CheckPicture();
    }

    // 2.3: four letters, a size, as many bytes, and one more where that is odd.
    private void ReadChunk(bool isFirst)
    {
        Span<byte> header = stackalloc byte[ChunkHeaderLength];
        source.Read(header, "its chunks");
        long length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        long next = source.Position + length + (length % 2);
        if (next > _end)
        {
            throw new AssetFormatException("a chunk reaches beyond the size in its header");
        }

        if (header[..4].SequenceEqual("VP8X"u8) && isFirst)
        {
            ReadExtended(length);
        }
        else if (header[..4].SequenceEqual("VP8 "u8) && _picture is null)
        {
            ReadLossy(length);
        }
        else if (header[..4].SequenceEqual("VP8L"u8) && _picture is null)
        {
            ReadLossless(length);
        }
        else if (isFirst)
        {
            throw new AssetFormatException("its first chunk is none that begins a WebP file");
        }

        _hasFrames |= header[..4].SequenceEqual("ANMF"u8);
        source.Skip(next - source.Position, "its chunks");
    }

    // 2.7: flags, three reserved bytes, width - 1 and height - 1 of the canvas in 24 bits each.
    private void ReadExtended(long length)
    {
        Span<byte> chunk = stackalloc byte[10];
        Take(chunk, length);
        _isExtended = true;
        findings.IsAnimated = (chunk[0] & 0x02) != 0;
        findings.HasAlpha = (chunk[0] & 0x10) != 0;
        findings.Size = new ImageSize(UInt24(chunk[4..]) + 1, UInt24(chunk[7..]) + 1);
    }

    // RFC 6386 9.1: a tag whose lowest bit is 0 for a key frame, a start code, and the width and the
    // height in 14 bits each, below two bits for scaling.
    private void ReadLossy(long length)
    {
        Span<byte> header = stackalloc byte[10];
        Take(header, length);
        bool isKeyFrame = (header[0] & 1) == 0;
        if (!isKeyFrame || !header[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            throw new AssetFormatException("its picture data does not begin with a key frame");
        }

        int width = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]) & 0x3FFF;
        int height = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & 0x3FFF;
        SetPicture(width, height, hasAlpha: false);
    }

    // RFC 9649 3.4: 2F, width - 1 and height - 1 in 14 bits each, whether alpha is used, version 0.
    private void ReadLossless(long length)
    {
        Span<byte> header = stackalloc byte[5];
        Take(header, length);
        uint bits = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        if (header[0] != 0x2F || bits >> 29 != 0)
        {
            throw new AssetFormatException("its picture data has no lossless header");
        }

        SetPicture((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits & (1 << 28)) != 0);
    }

    private void SetPicture(int width, int height, bool hasAlpha)
    {
        if (width == 0 || height == 0)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"its picture is {width}×{height}")
            );
        }

        _picture = new ImageSize(width, height);
        findings.HasAlpha = findings.HasAlpha == true || hasAlpha;
        findings.IsAnimated ??= false;
        findings.Size ??= _picture;
    }

    private void CheckPicture()
    {
        bool isAnimated = findings.IsAnimated == true;
        if (isAnimated ? !_hasFrames : _picture is null)
        {
            throw new AssetFormatException("it has no picture in it");
        }

        // 2.7: a single picture fills the canvas.
        if (!isAnimated && _picture != findings.Size)
        {
            throw new AssetFormatException($"its canvas is {findings.Size} and its picture {_picture}");
        }
    }

    private void Take(Span<byte> bytes, long length)
    {
        if (length < bytes.Length)
        {
            throw new AssetFormatException("the header of its picture is too short");
        }

        source.Read(bytes, "the header of its picture");
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
