namespace PromptDsl.Comparison;

/// <summary>What happened between two versions.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>It is in another place of the picture, or in another part of the file.</summary>
    Moved,

    /// <summary>It has another name; what is said about it may have changed as well, and is a change of its own.</summary>
    Renamed,

    /// <summary>The same in another order, where the order has a meaning.</summary>
    Reordered,
}
