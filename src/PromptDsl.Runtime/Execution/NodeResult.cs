using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a stage.</summary>
/// <param name="Node">The stage of a build of a file.</param>
/// <param name="Status">How it ended.</param>
public sealed record NodeResult(PlanKey Node, NodeStatus Status)
{
    /// <summary>The pictures that are there, by variant.</summary>
    public ImmutableArray<Artifact> Pictures { get; init; } = [];

    /// <summary>The variant that goes on, counted from 1.</summary>
    public int Selected { get; init; } = 1;

    /// <summary>Why it failed or was rejected.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>The stage whose lack of a picture made it skipped.</summary>
    public PlanKey? Because { get; init; }

    /// <summary>What its requests cost in this run, as far as it is known.</summary>
    public PriceRange Cost { get; init; } = PriceRange.Zero;
}
