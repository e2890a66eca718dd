using System.Collections.Immutable;
using PromptDsl.Comparison.Reports;

namespace PromptDsl.Comparison;

/// <summary>A difference in meaning.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Before">The earlier version; null for what is added.</param>
/// <param name="After">The later version; null for what is removed.</param>
public sealed record PromptChange(ChangeKind Kind, ChangeArea Area, ChangeSide? Before, ChangeSide? After)
{
    /// <summary>The builds that it concerns, by their later name; empty when it is all that both versions have.</summary>
    public ImmutableArray<string> Builds { get; init; } = [];

    /// <summary>Whether the values are others in other builds; those of the first are shown.</summary>
    public bool VariesByBuild { get; init; }

    /// <summary>The stages that a setting of the file concerns; empty when it is all of them.</summary>
    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>What is different only because of this change, such as every use of a parameter.</summary>
    public ImmutableArray<PromptChange> Consequences { get; init; } = [];

    /// <summary>The later version, or the earlier one of what is removed.</summary>
    public ChangeSide Side => (After ?? Before)!;

    /// <summary>What changed, such as <c>details.object cabin.color</c>; of what is renamed the later name.</summary>
    public string Path => Side.Path;

    /// <summary>One line of plain English.</summary>
    public string Description => ChangeSentence.Describe(this);
}
