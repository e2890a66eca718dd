using System.Collections.Immutable;
using PromptDsl.Comparison.Words;
using PromptDsl.Compilation;

namespace PromptDsl.Comparison.Builds;

/// <summary>Compares what is sent for a stage.</summary>
internal static class StageComparer
{
    /// <summary>The difference; null when the same is sent.</summary>
    public static StageDifference? Compare(CompiledStage? before, CompiledStage? after, string build)
    {
        ImmutableArray<TextSegment> text = WordDifference.Compute(before?.Prompt.Text ?? "", after?.Prompt.Text ?? "");
        ImmutableArray<RequestDifference> request = RequestComparer.Compare(before, after);
        ChangeKind kind =
            before is null ? ChangeKind.Added
            : after is null ? ChangeKind.Removed
            : ChangeKind.Changed;
        var difference = new StageDifference(build, (after ?? before)!.Name, kind, text, request);
        return difference.HasOtherText || request.Length > 0 ? difference : null;
    }
}
