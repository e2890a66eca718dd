namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Reads bits, the lowest of each byte first, RFC 9649 3.2.</summary>
internal ref struct LosslessBitReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;
    private ulong _bits;
    private int _count;

    // Zeros that stand behind the last real bit, so that codes can be looked up at the end.
    private int _padding;

    /// <summary>Reads up to 24 bits.</summary>
    public int ReadBits(int count)
    {
        Fill();
        int value = (int)(_bits & ((1u << count) - 1));
        Take(count);
        return value;
    }

    public bool ReadBit() => ReadBits(1) != 0;

    public int ReadSymbol(LosslessCode code)
    {
        if (code.OnlySymbol is { } only)
        {
            return only;
        }

        Fill();
        int length = code.Find((uint)_bits, out int symbol);
        Take(length);
        return symbol;
    }

    private void Take(int count)
    {
        _bits >>= count;
        _count -= count;
        if (_count < _padding)
        {
            throw new PictureFormatException("its picture data ends early");
        }
    }

    private void Fill()
    {
        while (_count <= 32)
        {
            if (_position < _data.Length)
            {
                _bits |= (ulong)_data[_position++] << _count;
            }
            else
            {
                _padding += 8;
            }

            _count += 8;
        }
    }
}
