using System.Collections.Immutable;

namespace PromptDsl.Comparison;

/// <summary>How two versions of a file differ.</summary>
/// <param name="Changes">What changed in meaning, each change once; by area, then as in the file.</param>
/// <param name="Notes">Why the texts differ when nothing changed in meaning; empty when they are the same, or when something did.</param>
/// <param name="Stages">The text and the request of every stage that are not the same: another view of the changes.</param>
public sealed record PromptDiff(
    ImmutableArray<PromptChange> Changes,
    ImmutableArray<ComparisonNote> Notes,
    ImmutableArray<StageDifference> Stages
)
{
    /// <summary>Whether both versions mean the same.</summary>
    public bool IsEmpty => Changes.IsEmpty;
}
