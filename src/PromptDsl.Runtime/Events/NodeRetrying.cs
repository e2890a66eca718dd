using PromptDsl.Planning;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Events;

/// <summary>A request failed and will be sent again.</summary>
public sealed record NodeRetrying(
    PlanKey Node,
    int Ordinal,
    int Attempt,
    TimeSpan Delay,
    FailureKind Kind,
    string Message
) : RunEvent;
