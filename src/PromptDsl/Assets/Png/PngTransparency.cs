using System.Buffers.Binary;

namespace PromptDsl.Assets.Png;

/// <summary>
/// Looks for fully transparent pixels: alpha 0 where there is an alpha channel, else what the tRNS
/// chunk says, PNG (3rd edition) 11.3.1.1.
/// </summary>
internal sealed class PngTransparency
{
    private readonly PngHeader _header;

    /// <summary>The bytes of a pixel that is transparent; of a sample where it is smaller than a byte.</summary>
    private readonly byte[] _key = [];

    private readonly bool[] _indices = new bool[256];

    private PngTransparency(PngHeader header)
    {
        _header = header;
    }

    private PngTransparency(PngHeader header, ReadOnlySpan<byte> chunk)
        : this(header)
    {
        if (header.Color == PngColor.Indexed)
        {
            for (int i = 0; i < chunk.Length; i++)
            {
                _indices[i] = chunk[i] == 0;
            }
        }
        else
        {
            _key = KeyOf(header.Depth, chunk);
        }
    }

    /// <summary>The transparency of a picture without tRNS; null when it has none.</summary>
    public static PngTransparency? Of(PngHeader header) => header.HasAlphaChannel ? new PngTransparency(header) : null;

    /// <summary>The transparency that a tRNS chunk gives; null when the colour type has no such chunk.</summary>
    /// <param name="colors">How many colours the palette has.</param>
    public static PngTransparency? Of(PngHeader header, ReadOnlySpan<byte> chunk, int colors)
    {
        (int shortest, int longest) = header.Color switch
        {
            PngColor.Grey => (2, 2),
            PngColor.TrueColor => (6, 6),
            PngColor.Indexed => (0, colors),
            _ => (0, int.MaxValue),
        };
        if (chunk.Length < shortest || chunk.Length > longest)
        {
            throw new AssetFormatException("its chunk tRNS has a wrong length");
        }

        return header.HasAlphaChannel ? Of(header) : new PngTransparency(header, chunk);
    }

    /// <summary>Whether some pixel of a restored row is fully transparent.</summary>
    public bool IsIn(ReadOnlySpan<byte> row, int width) =>
        _header.Color switch
        {
            PngColor.GreyAlpha => AnyAlpha(row, 2 * _header.Depth / 8),
            PngColor.TrueColorAlpha => AnyAlpha(row, 4 * _header.Depth / 8),
            PngColor.Indexed => AnyIndex(row, width),
            _ when _header.Depth < 8 => AnySample(row, width),
            _ => AnyPixel(row),
        };

    // Only as many bits count as a sample has.
    private static byte[] KeyOf(int depth, ReadOnlySpan<byte> chunk)
    {
        if (depth == 16)
        {
            return chunk.ToArray();
        }

        var key = new byte[chunk.Length / 2];
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = (byte)(BinaryPrimitives.ReadUInt16BigEndian(chunk[(2 * i)..]) & ((1 << depth) - 1));
        }

        return key;
    }

    // The alpha sample is the last of a pixel.
    private bool AnyAlpha(ReadOnlySpan<byte> row, int pixel)
    {
        int alpha = _header.Depth / 8;
        for (int end = pixel; end <= row.Length; end += pixel)
        {
            if (row[end - 1] == 0 && row[end - alpha] == 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyPixel(ReadOnlySpan<byte> row)
    {
        for (; row.Length >= _key.Length; row = row[_key.Length..])
        {
            if (row.StartsWith(_key))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnySample(ReadOnlySpan<byte> row, int width)
    {
        for (int x = 0; x < width; x++)
        {
            if (Sample(row, x) == _key[0])
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyIndex(ReadOnlySpan<byte> row, int width)
    {
        for (int x = 0; x < width; x++)
        {
            if (_indices[Sample(row, x)])
            {
                return true;
            }
        }

        return false;
    }

    // 7.2: the leftmost pixel is in the high bits.
    private byte Sample(ReadOnlySpan<byte> row, int x)
    {
        int bit = x * _header.Depth;
        return (byte)((row[bit / 8] >> (8 - _header.Depth - (bit % 8))) & ((1 << _header.Depth) - 1));
    }
}
