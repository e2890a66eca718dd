using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Events;

/// <summary>A stage has its pictures.</summary>
public sealed record NodeFinished(
    PlanKey Node,
    NodeStatus Status,
    ImmutableArray<Artifact> Pictures,
    int Selected,
    PriceRange Cost
) : RunEvent;
