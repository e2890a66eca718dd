using System.Collections.Immutable;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison;

/// <summary>What is sent for a stage in one version and in the other.</summary>
/// <param name="Build">The name of the build, the later one; empty unless the file varies.</param>
/// <param name="Stage">The name of the stage, the later one; empty for a file without stages.</param>
/// <param name="Kind"><see cref="ChangeKind.Added"/>, <see cref="ChangeKind.Removed"/>, or <see cref="ChangeKind.Changed"/>.</param>
/// <param name="Text">The compiled text, with the words that go and come.</param>
/// <param name="Request">The fields of the request that are not the same, without the text.</param>
public sealed record StageDifference(
    string Build,
    string Stage,
    ChangeKind Kind,
    ImmutableArray<TextSegment> Text,
    ImmutableArray<RequestDifference> Request
)
{
    /// <summary>Whether the compiled text is not the same.</summary>
    public bool HasOtherText => Text.Any(s => s.Kind != SegmentKind.Same);
}
