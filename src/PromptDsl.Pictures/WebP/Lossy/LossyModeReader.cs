namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Reads the segment and the modes of blocks, RFC 6386 10, 11 and 19.3.</summary>
internal sealed class LossyModeReader(LossyHeader header)
{
    // The modes of the subblocks above and to the left.
    private readonly LossyMode[] _above = new LossyMode[header.BlocksAcross * 4];
    private readonly LossyMode[] _left = new LossyMode[4];

    public void BeginRow() => Array.Fill(_left, LossyMode.Mean);

    public void Read(ref LossyBoolReader reader, LossyBlock block, int column)
    {
        block.Segment = header.SegmentTree is { } tree ? ReadSegment(ref reader, tree) : 0;
        block.IsSkipped = header.SkipProbability is { } probability && reader.Read(probability);
        block.HasSubmodes = !reader.Read(145);
        Span<LossyMode> above = _above.AsSpan(column * 4, 4);
        if (block.HasSubmodes)
        {
            ReadSubmodes(ref reader, block, above);
        }
        else
        {
            block.Luma = ReadLuma(ref reader);
            above.Fill(block.Luma);
            Array.Fill(_left, block.Luma);
        }

        block.Chroma =
            !reader.Read(142) ? LossyMode.Mean
            : !reader.Read(114) ? LossyMode.Vertical
            : reader.Read(183) ? LossyMode.TrueMotion
            : LossyMode.Horizontal;
    }

    private static int ReadSegment(ref LossyBoolReader reader, byte[] tree) =>
        reader.Read(tree[0]) ? (reader.Read(tree[2]) ? 3 : 2) : (reader.Read(tree[1]) ? 1 : 0);

    private static LossyMode ReadLuma(ref LossyBoolReader reader) =>
        reader.Read(156)
            ? (reader.Read(128) ? LossyMode.TrueMotion : LossyMode.Horizontal)
            : (reader.Read(163) ? LossyMode.Vertical : LossyMode.Mean);

    private void ReadSubmodes(ref LossyBoolReader reader, LossyBlock block, Span<LossyMode> above)
    {
        for (int i = 0; i < block.Submodes.Length; i++)
        {
            int column = i % 4;
            int row = i / 4;
            int context = (((int)above[column] * 10) + (int)_left[row]) * LossyModeTables.Places;
            LossyMode mode = ReadSubmode(ref reader, LossyModeTables.Subblocks.Slice(context, LossyModeTables.Places));
            block.Submodes[i] = mode;
            above[column] = mode;
            _left[row] = mode;
        }
    }

    private static LossyMode ReadSubmode(ref LossyBoolReader reader, ReadOnlySpan<byte> tree)
    {
        if (!reader.Read(tree[0]))
        {
            return LossyMode.Mean;
        }

        if (!reader.Read(tree[1]))
        {
            return LossyMode.TrueMotion;
        }

        if (!reader.Read(tree[2]))
        {
            return LossyMode.Vertical;
        }

        if (!reader.Read(tree[3]))
        {
            return !reader.Read(tree[4]) ? LossyMode.Horizontal
                : !reader.Read(tree[5]) ? LossyMode.RightDown
                : LossyMode.VerticalRight;
        }

        return !reader.Read(tree[6]) ? LossyMode.LeftDown
            : !reader.Read(tree[7]) ? LossyMode.VerticalLeft
            : !reader.Read(tree[8]) ? LossyMode.HorizontalDown
            : LossyMode.HorizontalUp;
    }
}
