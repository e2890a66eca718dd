namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>A prefix code, RFC 9649 3.7.2.</summary>
internal sealed class LosslessCode
{
    /// <summary>The longest code.</summary>
    public const int MaxLength = 15;

    // Codes up to this length are looked up at once; nearly all are.
    private const int QuickLength = 8;

    // Symbols are below 2^12: 256 literals, 24 lengths and a cache of at most 2048 colours.
    private const int LengthShift = 12;

    private readonly ushort[] _quick = [];
    private readonly int _quickBits;
    private readonly ushort[] _symbols = [];
    private readonly int[] _firstCode = [];
    private readonly int[] _firstIndex = [];

    /// <summary>A code of one symbol, which takes no bits.</summary>
    public LosslessCode(int symbol) => OnlySymbol = symbol;

    /// <summary>A code of the lengths that symbols have; 0 for those that do not occur.</summary>
    public LosslessCode(ReadOnlySpan<byte> lengths)
    {
        Span<int> counts = stackalloc int[MaxLength + 2];
        int used = 0;
        int last = 0;
        int longest = 0;
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length > 0)
            {
                counts[length]++;
                used++;
                last = symbol;
                longest = Math.Max(longest, length);
            }
        }

        if (used == 1)
        {
            OnlySymbol = last;
            return;
        }

        _firstCode = new int[MaxLength + 2];
        _firstIndex = new int[MaxLength + 2];
        for (int length = 1; length <= MaxLength; length++)
        {
            _firstCode[length + 1] = (_firstCode[length] + counts[length]) << 1;
            _firstIndex[length + 1] = _firstIndex[length] + counts[length];
        }

        // Only a code in which every path leads to a symbol is allowed.
        if (_firstCode[longest + 1] != 2 << longest)
        {
            throw new PictureFormatException("a prefix code is damaged");
        }

        _quickBits = Math.Min(longest, QuickLength);
        _quick = new ushort[1 << _quickBits];
        _symbols = new ushort[used];
        Fill(lengths);
    }

    /// <summary>The symbol of a code that takes no bits.</summary>
    public int? OnlySymbol { get; }

    /// <summary>Finds the code that bits begin with.</summary>
    /// <returns>Its length.</returns>
    public int Find(uint bits, out int symbol)
    {
        int quick = _quick[bits & ((1u << _quickBits) - 1)];
        if (quick != 0)
        {
            symbol = quick & ((1 << LengthShift) - 1);
            return quick >> LengthShift;
        }

        // The first bit of the data is the highest of the code.
        int code = 0;
        for (int length = 1; ; length++)
        {
            code = (code << 1) | (int)((bits >> (length - 1)) & 1);
            int index = _firstIndex[length] + code - _firstCode[length];
            if (index < _firstIndex[length + 1])
            {
                symbol = _symbols[index];
                return length;
            }
        }
    }

    private void Fill(ReadOnlySpan<byte> lengths)
    {
        Span<int> next = stackalloc int[MaxLength + 2];
        _firstIndex.CopyTo(next);
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length == 0)
            {
                continue;
            }

            int index = next[length]++;
            _symbols[index] = (ushort)symbol;
            if (length <= _quickBits)
            {
                uint code = LosslessBits.Reverse((uint)(_firstCode[length] + index - _firstIndex[length]), length);
                for (uint i = code; i < _quick.Length; i += 1u << length)
                {
                    _quick[i] = (ushort)((length << LengthShift) | symbol);
                }
            }
        }
    }
}
