namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Chooses a prefix code for counted symbols and writes it, then the symbols, RFC 9649 3.7.2.</summary>
internal sealed class LosslessCodeWriter(int alphabet)
{
    private const int MaxCodeLengthLength = 7;
    private const int LongZeros = 18;
    private const int ShortestLongZeros = 11;
    private const int LongestLongZeros = 138;

    private readonly int[] _counts = new int[alphabet];
    private readonly uint[] _codes = new uint[alphabet];
    private byte[] _lengths = [];
    private bool _isSingle;

    /// <summary>Counts a symbol that will be written.</summary>
    public void Count(int symbol) => _counts[symbol]++;

    /// <summary>Writes a counted symbol.</summary>
    public void Write(LosslessBitWriter writer, int symbol)
    {
        if (!_isSingle)
        {
            writer.Write(_codes[symbol], _lengths[symbol]);
        }
    }

    /// <summary>Chooses the code and writes it.</summary>
    public void WriteCode(LosslessBitWriter writer)
    {
        int[] used = [.. Enumerable.Range(0, _counts.Length).Where(s => _counts[s] > 0)];
        Choose(LosslessCode.MaxLength);
        if (used.Length <= 2 && used.All(s => s < LosslessBits.Literals))
        {
            WriteSimple(writer, used);
        }
        else
        {
            writer.Write(0, 1);
            WriteLengths(writer);
        }
    }

    private void Choose(int maxLength)
    {
        _isSingle = _counts.Count(c => c > 0) <= 1;
        _lengths = LosslessHuffman.Lengths(_counts, maxLength);
        uint code = 0;
        for (int length = 1; length <= maxLength; length++)
        {
            for (int symbol = 0; symbol < _lengths.Length; symbol++)
            {
                if (_lengths[symbol] == length)
                {
                    _codes[symbol] = LosslessBits.Reverse(code++, length);
                }
            }

            code <<= 1;
        }
    }

    private static void WriteSimple(LosslessBitWriter writer, int[] used)
    {
        writer.Write(1, 1);
        writer.Write(used.Length == 2 ? 1u : 0u, 1);
        writer.Write(1, 1);
        writer.Write(used.Length == 0 ? 0u : (uint)used[0], 8);
        if (used.Length == 2)
        {
            writer.Write((uint)used[1], 8);
        }
    }

    private void WriteLengths(LosslessBitWriter writer)
    {
        (int Token, int Zeros)[] tokens = [.. Tokens()];
        var codeLengths = new LosslessCodeWriter(LosslessBits.CodeLengthOrder.Length);
        foreach ((int token, _) in tokens)
        {
            codeLengths.Count(token);
        }

        codeLengths.Choose(MaxCodeLengthLength);
        writer.Write((uint)LosslessBits.CodeLengthOrder.Length - 4, 4);
        foreach (byte length in LosslessBits.CodeLengthOrder)
        {
            writer.Write(codeLengths._lengths[length], 3);
        }

        // All lengths of the alphabet follow.
        writer.Write(0, 1);
        foreach ((int token, int zeros) in tokens)
        {
            codeLengths.Write(writer, token);
            if (token == LongZeros)
            {
                writer.Write((uint)(zeros - ShortestLongZeros), 7);
            }
        }
    }

    private IEnumerable<(int Token, int Zeros)> Tokens()
    {
        int symbol = 0;
        while (symbol < _lengths.Length)
        {
            int zeros = _lengths.AsSpan(symbol).IndexOfAnyExcept((byte)0);
            zeros = Math.Min(zeros < 0 ? _lengths.Length - symbol : zeros, LongestLongZeros);
            if (zeros >= ShortestLongZeros)
            {
                yield return (LongZeros, zeros);
                symbol += zeros;
            }
            else
            {
                yield return (_lengths[symbol], 0);
                symbol++;
            }
        }
    }
}
