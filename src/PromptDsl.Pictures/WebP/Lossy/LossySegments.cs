namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>What segments change, RFC 6386 9.3.</summary>
/// <param name="IsAbsolute">Whether the numbers stand for those of the frame rather than being added to them.</param>
/// <param name="Quantizers">For each segment.</param>
/// <param name="FilterLevels">For each segment.</param>
internal sealed record LossySegments(bool IsAbsolute, int[] Quantizers, int[] FilterLevels)
{
    /// <summary>Nothing is changed.</summary>
    public static readonly LossySegments None = new(
        false,
        new int[LossyHeader.Segments],
        new int[LossyHeader.Segments]
    );

    public static LossySegments Read(ref LossyBoolReader reader)
    {
        var segments = new LossySegments(
            reader.ReadFlag(),
            new int[LossyHeader.Segments],
            new int[LossyHeader.Segments]
        );
        foreach (ref int quantizer in segments.Quantizers.AsSpan())
        {
            quantizer = reader.ReadOptionalSigned(7);
        }

        foreach (ref int level in segments.FilterLevels.AsSpan())
        {
            level = reader.ReadOptionalSigned(6);
        }

        return segments;
    }

    public int Quantizer(int segment, int frame) => Quantizers[segment] + (IsAbsolute ? 0 : frame);

    public int FilterLevel(int segment, int frame) => FilterLevels[segment] + (IsAbsolute ? 0 : frame);
}
