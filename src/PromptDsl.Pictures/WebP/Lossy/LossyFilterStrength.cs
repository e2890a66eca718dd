namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>How the edges of one block are smoothed, RFC 6386 15.2 and 15.3.</summary>
/// <param name="Level">0 smooths nothing.</param>
/// <param name="Interior">The largest step between neighbours on one side of an edge that is smoothed.</param>
/// <param name="HighVariance">From which step on a side counts as rough.</param>
/// <param name="HasInner">Whether edges of subblocks are smoothed too.</param>
internal readonly record struct LossyFilterStrength(int Level, int Interior, int HighVariance, bool HasInner)
{
    /// <summary>The largest step across an edge of subblocks that is smoothed.</summary>
    public int InnerLimit => (2 * Level) + Interior;

    /// <summary>The largest step across an edge of blocks that is smoothed.</summary>
    public int OuterLimit => InnerLimit + 4;
}
