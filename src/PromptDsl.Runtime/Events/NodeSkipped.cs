using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>A stage is not made, as one that it builds on has no picture.</summary>
public sealed record NodeSkipped(PlanKey Node, PlanKey Because) : RunEvent;
