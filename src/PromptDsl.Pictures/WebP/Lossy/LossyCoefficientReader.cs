namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Reads the coefficients of blocks, RFC 6386 13.</summary>
internal sealed class LossyCoefficientReader(LossyHeader header)
{
    // The kinds of blocks: brightness without first coefficients, those, colour, whole brightness.
    private const int LumaRest = 0;
    private const int LumaDc = 1;
    private const int Chroma = 2;
    private const int LumaWhole = 3;

    // Which subblocks above and to the left have coefficients: 4 of brightness, 2 of each colour, and
    // the block of first coefficients.
    private const int Flags = 9;
    private const int DcFlag = 8;

    private readonly bool[] _above = new bool[header.BlocksAcross * Flags];
    private readonly bool[] _left = new bool[Flags];
    private readonly short[] _dc = new short[16];

    private static ReadOnlySpan<byte> ZigZag => [0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15];

    // The last is asked for behind the last coefficient, where nothing is read.
    private static ReadOnlySpan<byte> Bands => [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0];

    public void BeginRow() => Array.Clear(_left);

    public void Read(ref LossyBoolReader reader, LossyBlock block, int column)
    {
        Array.Clear(block.Coefficients);
        block.HasCoefficients = false;
        Span<bool> above = _above.AsSpan(column * Flags, Flags);
        if (block.IsSkipped)
        {
            // A block without first coefficients of its own leaves what is known of those of others.
            int cleared = block.HasSubmodes ? DcFlag : Flags;
            above[..cleared].Clear();
            _left.AsSpan(0, cleared).Clear();
            return;
        }

        LossyQuantizer quantizer = header.Quantizers[block.Segment];
        int kind = LumaWhole;
        if (!block.HasSubmodes)
        {
            kind = LumaRest;
            ReadDc(ref reader, block, above, quantizer);
        }

        ReadPlane(ref reader, block, 0, 4, kind, quantizer.Luma, above[..4], _left.AsSpan(0, 4));
        ReadPlane(ref reader, block, 16, 2, Chroma, quantizer.Chroma, above[4..6], _left.AsSpan(4, 2));
        ReadPlane(ref reader, block, 20, 2, Chroma, quantizer.Chroma, above[6..8], _left.AsSpan(6, 2));
        block.HasCoefficients = block.Coefficients.AsSpan().ContainsAnyExcept((short)0);
    }

    // The first coefficients of brightness are a block of their own.
    private void ReadDc(ref LossyBoolReader reader, LossyBlock block, Span<bool> above, LossyQuantizer quantizer)
    {
        Array.Clear(_dc);
        int context = Context(above[DcFlag], _left[DcFlag]);
        bool has = ReadCoefficients(ref reader, LumaDc, context, 0, quantizer.LumaDc, _dc);
        above[DcFlag] = has;
        _left[DcFlag] = has;
        if (has)
        {
            LossyTransform.UndoHadamard(_dc, block.Coefficients);
        }
    }

    private void ReadPlane(
        ref LossyBoolReader reader,
        LossyBlock block,
        int first,
        int edge,
        int kind,
        (int Dc, int Ac) quantizer,
        Span<bool> above,
        Span<bool> left
    )
    {
        for (int i = 0; i < edge * edge; i++)
        {
            int column = i % edge;
            int row = i / edge;
            bool has = ReadCoefficients(
                ref reader,
                kind,
                Context(above[column], left[row]),
                kind == LumaRest ? 1 : 0,
                quantizer,
                block.Coefficients.AsSpan((first + i) * 16, 16)
            );
            above[column] = has;
            left[row] = has;
        }
    }

    private static int Context(bool above, bool left) => (above ? 1 : 0) + (left ? 1 : 0);

    // Returns whether there are any.
    private bool ReadCoefficients(
        ref LossyBoolReader reader,
        int kind,
        int context,
        int first,
        (int Dc, int Ac) quantizer,
        Span<short> coefficients
    )
    {
        int at = first;
        ReadOnlySpan<byte> tree = Tree(kind, at, context);
        while (at < 16 && reader.Read(tree[0]))
        {
            while (!reader.Read(tree[1]))
            {
                if (++at == 16)
                {
                    return true;
                }

                tree = Tree(kind, at, 0);
            }

            int value = 1;
            int next = 1;
            if (reader.Read(tree[2]))
            {
                value = ReadLarge(ref reader, tree);
                next = 2;
            }

            value *= at == 0 ? quantizer.Dc : quantizer.Ac;
            coefficients[ZigZag[at]] = (short)(reader.ReadFlag() ? -value : value);
            tree = Tree(kind, ++at, next);
        }

        return at > first;
    }

    private ReadOnlySpan<byte> Tree(int kind, int at, int context) =>
        header.Coefficients.AsSpan(((((kind * 8) + Bands[at]) * 3) + context) * 11, 11);

    // 13.2: small values by the tree, larger ones by a category and further bits.
    private static int ReadLarge(ref LossyBoolReader reader, ReadOnlySpan<byte> tree)
    {
        if (!reader.Read(tree[3]))
        {
            return !reader.Read(tree[4]) ? 2 : ReadBits(ref reader, [tree[5]], 3);
        }

        if (!reader.Read(tree[6]))
        {
            return !reader.Read(tree[7]) ? ReadBits(ref reader, [159], 5) : ReadBits(ref reader, [165, 145], 7);
        }

        if (!reader.Read(tree[8]))
        {
            return !reader.Read(tree[9])
                ? ReadBits(ref reader, [173, 148, 140], 11)
                : ReadBits(ref reader, [176, 155, 140, 135], 19);
        }

        return !reader.Read(tree[10])
            ? ReadBits(ref reader, [180, 157, 141, 134, 130], 35)
            : ReadBits(ref reader, [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129], 67);
    }

    private static int ReadBits(ref LossyBoolReader reader, ReadOnlySpan<byte> probabilities, int least)
    {
        int value = 0;
        foreach (byte probability in probabilities)
        {
            value = (value << 1) | (reader.Read(probability) ? 1 : 0);
        }

        return least + value;
    }
}
