using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>A request is sent.</summary>
public sealed record NodeSent(PlanKey Node, int Ordinal, int Attempt) : RunEvent;
