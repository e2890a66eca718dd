using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Runs;

/// <summary>What became of a stage of a past run.</summary>
/// <param name="Node">The stage.</param>
public sealed record StageSummary(PlanKey Node)
{
    /// <summary>How it ended; null while its turn may still come, and where the run was killed before.</summary>
    public NodeStatus? Status { get; init; }

    /// <summary>What was to be made; null when the record of that is lost.</summary>
    public PlannedStage? Plan { get; init; }

    /// <summary>The pictures that are there, by variant.</summary>
    public ImmutableArray<PictureWritten> Pictures { get; init; } = [];

    /// <summary>Why it has no picture that others can build on; null when it has one, or was not reached.</summary>
    public StageLeft? Left { get; init; }

    /// <summary>What the provider answered at last, where that is why it failed.</summary>
    public SendingFailed? Answer { get; init; }

    /// <summary>Whether a request of it was sent of which nobody knows what became.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The batch that has its request, or null.</summary>
    public WaitingBatch? Batch { get; init; }
}
