namespace PromptDsl.Targets;

/// <summary>Where a model stands in its life.</summary>
public enum ModelStatus
{
    /// <summary>Served, and offered for new work.</summary>
    Current,

    /// <summary>Served without an announced end, but listed among the earlier models.</summary>
    Earlier,

    /// <summary>Served until an announced date.</summary>
    Deprecated,

    /// <summary>No longer served.</summary>
    Retired,
}
