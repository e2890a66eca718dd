namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Reads prefix codes, RFC 9649 3.7.2.</summary>
internal static class LosslessCodeReader
{
    public static LosslessCodes ReadGroup(ref LosslessBitReader reader, int cacheSize) =>
        new(
            ReadCode(ref reader, LosslessBits.Literals + LosslessBits.LengthPrefixes + cacheSize),
            ReadCode(ref reader, LosslessBits.Literals),
            ReadCode(ref reader, LosslessBits.Literals),
            ReadCode(ref reader, LosslessBits.Literals),
            ReadCode(ref reader, LosslessBits.DistancePrefixes)
        );

    private static LosslessCode ReadCode(ref LosslessBitReader reader, int alphabet) =>
        reader.ReadBit() ? ReadSimple(ref reader, alphabet) : new LosslessCode(ReadLengths(ref reader, alphabet));

    // 3.7.2.1.1: one or two symbols, written out.
    private static LosslessCode ReadSimple(ref LosslessBitReader reader, int alphabet)
    {
        bool hasTwo = reader.ReadBit();
        int first = reader.ReadBits(reader.ReadBit() ? 8 : 1);
        int second = hasTwo ? reader.ReadBits(8) : first;
        if (Math.Max(first, second) >= alphabet)
        {
            throw Damaged();
        }

        byte[] lengths = new byte[Math.Max(first, second) + 1];
        lengths[first] = 1;
        lengths[second] = 1;
        return new LosslessCode(lengths);
    }

    // 3.7.2.1.2: the lengths are coded themselves.
    private static byte[] ReadLengths(ref LosslessBitReader reader, int alphabet)
    {
        byte[] order = new byte[LosslessBits.CodeLengthOrder.Length];
        int count = 4 + reader.ReadBits(4);
        for (int i = 0; i < count; i++)
        {
            order[LosslessBits.CodeLengthOrder[i]] = (byte)reader.ReadBits(3);
        }

        var code = new LosslessCode(order);
        int tokens = alphabet;
        if (reader.ReadBit())
        {
            tokens = 2 + reader.ReadBits(2 + (2 * reader.ReadBits(3)));
        }

        byte[] lengths = new byte[alphabet];
        byte previous = 8;
        for (int symbol = 0; symbol < alphabet && tokens > 0; tokens--)
        {
            int token = reader.ReadSymbol(code);
            if (token <= LosslessCode.MaxLength)
            {
                lengths[symbol++] = (byte)token;
                previous = token == 0 ? previous : (byte)token;
                continue;
            }

            int run = token switch
            {
                16 => 3 + reader.ReadBits(2),
                17 => 3 + reader.ReadBits(3),
                _ => 11 + reader.ReadBits(7),
            };
            if (run > alphabet - symbol)
            {
                throw Damaged();
            }

            lengths.AsSpan(symbol, run).Fill(token == 16 ? previous : (byte)0);
            symbol += run;
        }

        return lengths;
    }

    private static PictureFormatException Damaged() => new("a prefix code is damaged");
}
