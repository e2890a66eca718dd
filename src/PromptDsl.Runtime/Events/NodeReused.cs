using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>A request need not be sent, as its pictures are there.</summary>
public sealed record NodeReused(PlanKey Node, int Ordinal, ReuseSource Source) : RunEvent;
