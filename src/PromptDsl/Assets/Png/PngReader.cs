using System.Buffers.Binary;

namespace PromptDsl.Assets.Png;

/// <summary>
/// PNG, after the third edition of its specification; RFC 2083 is the first. All colour types, depths
/// and both interlace methods; of an animation the pixels of the still picture.
/// </summary>
internal sealed class PngReader(AssetSource source, AssetFindings findings)
{
    private const string End = "IEND";
    private const int MaxPalette = 256;

    private readonly PngChunks _chunks = new(source);
    private PngHeader _header = null!;
    private PngTransparency? _transparency;
    private int _colors;

    public void Read()
    {
        source.Skip(AssetSignature.Png.Length, "its signature");
        ReadHeader();
        ReadUntilData();
        ReadPixels();
        ReadUntilEnd();
    }

    // 5.6: IHDR comes first.
    private void ReadHeader()
    {
        _chunks.Next();
        if (_chunks.Name != "IHDR" || _chunks.Length != PngHeader.Length)
        {
            throw new AssetFormatException("it does not begin with its header");
        }

        Span<byte> data = stackalloc byte[PngHeader.Length];
        _chunks.Read(data);
        _chunks.End();
        _header = PngHeader.Read(data);
        _transparency = PngTransparency.Of(_header);
        findings.Size = _header.Size;
        findings.IsAnimated = false;
        findings.HasAlpha = _transparency is not null;
    }

    private void ReadUntilData()
    {
        _chunks.Next();
        while (_chunks.Name != PngDataStream.Chunk)
        {
            ReadChunkBeforeData();
            _chunks.End();
            _chunks.Next();
        }

        if (_header.Color == PngColor.Indexed && _colors == 0)
        {
            throw new AssetFormatException("it has no palette");
        }
    }

    private void ReadChunkBeforeData()
    {
        switch (_chunks.Name)
        {
            case "PLTE":
                ReadPalette();
                break;
            case "tRNS":
                ReadTransparency();
                break;
            case "acTL":
                ReadAnimation();
                break;
            case End:
                throw new AssetFormatException("it has no picture data");
            default:
                RefuseUnknown();
                break;
        }
    }

    // 11.2.2: three bytes for each colour.
    private void ReadPalette()
    {
        _colors = (int)(_chunks.Length / 3);
        if (_chunks.Length % 3 != 0 || _colors is 0 or > MaxPalette)
        {
            throw new AssetFormatException("its palette has a wrong length");
        }
    }

    private void ReadTransparency()
    {
        Span<byte> data = stackalloc byte[MaxPalette];
        if (_chunks.Length > data.Length)
        {
            throw new AssetFormatException("its chunk tRNS has a wrong length");
        }

        int length = _chunks.Read(data);
        _transparency = PngTransparency.Of(_header, data[..length], _colors);
        findings.HasAlpha = true;
    }

    // 11.3.6.1: the number of frames, then how often they are played.
    private void ReadAnimation()
    {
        Span<byte> data = stackalloc byte[8];
        if (_chunks.Read(data) < data.Length)
        {
            throw new AssetFormatException("its chunk acTL has a wrong length");
        }

        findings.IsAnimated = BinaryPrimitives.ReadUInt32BigEndian(data) > 1;
    }

    private void ReadPixels()
    {
        var pixels = new PngPixels(_header, _transparency);
        pixels.CheckSize();
        using var data = new PngDataStream(_chunks);
        pixels.Read(data);
        findings.HasTransparentPixels = pixels.HasTransparent;

        // What is left of the data after the last row.
        data.CopyTo(Stream.Null);
    }

    private void ReadUntilEnd()
    {
        while (_chunks.Name != End)
        {
            if (_chunks.Name == PngDataStream.Chunk)
            {
                throw new AssetFormatException("the chunks of its picture data do not follow each other");
            }

            RefuseUnknown();
            _chunks.End();
            _chunks.Next();
        }

        _chunks.End();
    }

    // 5.4: a decoder must not ignore a chunk whose name begins with a capital.
    private void RefuseUnknown()
    {
        if (_chunks.IsCritical && _chunks.Name != "PLTE")
        {
            throw new AssetFormatException($"it has a chunk {_chunks.Name} that PNG does not have there");
        }
    }
}
