namespace PromptDsl.Comparison;

/// <summary>A file of two versions of a folder.</summary>
/// <param name="Before">Its earlier path; null when it is new.</param>
/// <param name="After">Its later path; null when it is gone.</param>
/// <param name="Diff">What changed in it; null when there is only one version.</param>
public sealed record FileDifference(string? Before, string? After, PromptDiff? Diff)
{
    /// <summary>What both versions cost; null when nobody can say, or has asked.</summary>
    public PriceChange? Price { get; init; }

    /// <summary>The later path, or the earlier one of a file that is gone.</summary>
    public string Path => (After ?? Before)!;

    /// <summary>What happened to the file itself.</summary>
    public ChangeKind Kind =>
        Before is null ? ChangeKind.Added
        : After is null ? ChangeKind.Removed
        : Before != After ? ChangeKind.Renamed
        : ChangeKind.Changed;

    /// <summary>Whether nothing has changed, not even the name.</summary>
    public bool IsEmpty => Kind == ChangeKind.Changed && Diff is { IsEmpty: true };
}
