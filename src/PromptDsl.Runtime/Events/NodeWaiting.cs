using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>A request waits before it is sent.</summary>
public sealed record NodeWaiting(PlanKey Node, int Ordinal, WaitReason Reason, TimeSpan? Delay) : RunEvent;
