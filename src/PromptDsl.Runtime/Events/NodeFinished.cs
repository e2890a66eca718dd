using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Events;

/// <summary>A stage has its pictures.</summary>
/// <param name="Asked">How many pictures were asked for; a server may send fewer.</param>
public sealed record NodeFinished(
    PlanKey Node,
    NodeStatus Status,
    ImmutableArray<Artifact> Pictures,
    int Asked,
    int Selected,
    PriceRange Cost
) : RunEvent;
