using PromptDsl.Semantics.Binding.Modules;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Where names are looked up.</summary>
/// <param name="Instance">The file that the statement stands in.</param>
/// <param name="Loop">The innermost loop around it.</param>
internal sealed record Scope(ModuleInstance Instance, LoopFrame? Loop)
{
    public Module Module => Instance.Module;

    public bool IsInLoop => Loop is not null;
}
