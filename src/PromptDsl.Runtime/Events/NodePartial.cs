using PromptDsl.Planning;

namespace PromptDsl.Runtime.Events;

/// <summary>A preview came before the picture.</summary>
public sealed record NodePartial(PlanKey Node, int Ordinal, int Index, string Path) : RunEvent;
