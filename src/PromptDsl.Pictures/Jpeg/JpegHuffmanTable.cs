namespace PromptDsl.Pictures.Jpeg;

/// <summary>A Huffman table of a file, ITU-T T.81 annex C and F.2.2.3.</summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>The longest code.</summary>
    public const int MaxLength = 16;

    // Codes up to this length are looked up at once; nearly all are.
    private const int QuickLength = 9;

    private readonly byte[] _values;
    private readonly ushort[] _quick = new ushort[1 << QuickLength];
    private readonly int[] _firstCode = new int[MaxLength + 2];
    private readonly int[] _firstIndex = new int[MaxLength + 2];

    /// <summary>Gives codes to values.</summary>
    /// <param name="counts">How many codes there are of each length from 1 to 16.</param>
    /// <param name="values">What they mean, shortest first.</param>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        _values = values.ToArray();
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MaxLength; length++)
        {
            _firstCode[length] = code;
            _firstIndex[length] = index;
            int count = counts[length - 1];
            if (code + count > 1 << length)
            {
                throw new PictureFormatException("a Huffman table has more codes than fit");
            }

            for (int i = 0; i < count && length <= QuickLength; i++)
            {
                int shift = QuickLength - length;
                _quick.AsSpan((code + i) << shift, 1 << shift).Fill((ushort)((length << 8) | _values[index + i]));
            }

            code = (code + count) << 1;
            index += count;
        }

        _firstIndex[MaxLength + 1] = index;
    }

    /// <summary>Finds the code that 16 bits begin with.</summary>
    /// <param name="value">What it means.</param>
    /// <returns>Its length, or 0 when there is none.</returns>
    public int Find(uint bits, out byte value)
    {
        ushort quick = _quick[bits >> (MaxLength - QuickLength)];
        if (quick != 0)
        {
            value = (byte)quick;
            return quick >> 8;
        }

        for (int length = QuickLength + 1; length <= MaxLength; length++)
        {
            int offset = (int)(bits >> (MaxLength - length)) - _firstCode[length];
            int index = _firstIndex[length] + offset;
            if (offset >= 0 && index < _firstIndex[length + 1])
            {
                value = _values[index];
                return length;
            }
        }

        value = 0;
        return 0;
    }
}
