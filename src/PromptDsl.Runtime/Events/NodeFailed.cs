using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Events;

/// <summary>A stage failed, or has a picture that fails its expectations.</summary>
public sealed record NodeFailed(
    PlanKey Node,
    RunFailureKind Kind,
    string Message,
    string? Help,
    ImmutableArray<string> Places
) : RunEvent;
