using PromptDsl.Planning;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Events;

/// <summary>A request failed and will be sent again: after a delay, or without one in the next batch.</summary>
public sealed record NodeRetrying(
    PlanKey Node,
    int Ordinal,
    int Attempt,
    TimeSpan Delay,
    FailureKind Kind,
    string Message
) : RunEvent;
