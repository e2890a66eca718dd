using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>The stages that a stage builds on are done.</summary>
public sealed record NodeStarted(PlanKey Node, int Requests) : RunEvent;
