using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Runs;

/// <summary>A stage ended without a picture that others can build on: it failed, was rejected or was skipped.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">One sentence for people, without a final period.</param>
public sealed record StageLeft(PlanKey Node, NodeStatus Status, string Reason) : JournalRecord
{
    /// <summary>What failed; null for a stage that was skipped.</summary>
    public RunFailureKind? Kind { get; init; }

    /// <summary>What to do, in one or two sentences.</summary>
    public string? Help { get; init; }

    /// <summary>The lines of the sources that it concerns, the head of the stage first.</summary>
    public ImmutableArray<SourceLine> Lines { get; init; } = [];

    /// <summary>What is to be recorded of a stage, or null when it ended well or not at all.</summary>
    internal static StageLeft? Of(NodeResult result) =>
        result switch
        {
            { Failure: { } failure } => new StageLeft(result.Node, result.Status, failure.Message)
            {
                Kind = failure.Kind,
                Help = failure.Help,
                Lines =
                [
                    .. failure
                        .Places.Prepend(failure.Primary)
                        .Select(p => SourceLine.Of(p.Place))
                        .DistinctBy(l => (l.Path, l.Line)),
                ],
            },
            { Because: { } because } => new StageLeft(result.Node, result.Status, RunWords.SkippedBecause(because)),
            _ => null,
        };
}
