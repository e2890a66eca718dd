namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>How strongly edges of blocks are smoothed, RFC 6386 9.6 and 15.</summary>
/// <param name="IsSimple">Whether only brightness is smoothed, and only next to the edges.</param>
/// <param name="Level">Of the frame, from 0 to 63; 0 smooths nothing.</param>
/// <param name="Sharpness">From 0 to 7.</param>
/// <param name="KeyFrameDelta">What is added to the level in key frames.</param>
/// <param name="SubmodeDelta">What is further added for blocks whose subblocks have modes.</param>
internal sealed record LossyFilter(
    bool IsSimple,
    int Level,
    int Sharpness,
    int KeyFrameDelta,
    int SubmodeDelta,
    LossySegments Segments
)
{
    private const int MaxLevel = 63;
    private const int Deltas = 4;

    public static readonly LossyFilter None = new(true, 0, 0, 0, 0, LossySegments.None);

    public static LossyFilter Read(ref LossyBoolReader reader, LossySegments segments)
    {
        var filter = new LossyFilter(
            reader.ReadFlag(),
            reader.ReadNumber(6),
            reader.ReadNumber(3),
            KeyFrameDelta: 0,
            SubmodeDelta: 0,
            segments
        );
        bool hasDeltas = reader.ReadFlag();
        if (!hasDeltas || !reader.ReadFlag())
        {
            return filter;
        }

        // The first of each four is the one that key frames use.
        int keyFrame = reader.ReadOptionalSigned(6);
        SkipDeltas(ref reader);
        int submode = reader.ReadOptionalSigned(6);
        SkipDeltas(ref reader);
        return filter with { KeyFrameDelta = keyFrame, SubmodeDelta = submode };
    }

    /// <summary>How a block is smoothed.</summary>
    public LossyFilterStrength StrengthOf(LossyBlock block)
    {
        int level = Segments.FilterLevel(block.Segment, Level) + KeyFrameDelta;
        level = Math.Clamp(level + (block.HasSubmodes ? SubmodeDelta : 0), 0, MaxLevel);
        int interior = Sharpness switch
        {
            0 => level,
            > 4 => Math.Min(level >> 2, 9 - Sharpness),
            _ => Math.Min(level >> 1, 9 - Sharpness),
        };
        return new LossyFilterStrength(
            level,
            Math.Max(1, interior),
            level >= 40 ? 2
                : level >= 15 ? 1
                : 0,
            block.HasSubmodes || block.HasCoefficients
        );
    }

    private static void SkipDeltas(ref LossyBoolReader reader)
    {
        for (int i = 1; i < Deltas; i++)
        {
            reader.ReadOptionalSigned(6);
        }
    }
}
