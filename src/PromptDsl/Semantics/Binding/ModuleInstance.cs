using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding;

/// <summary>A file with values for its parameters: one for the file itself, one for each <c>extends</c>.</summary>
internal sealed class ModuleInstance(Module module)
{
    public Module Module { get; } = module;

    /// <summary>Values from outside: <c>--set</c>, a parameter file, <c>vary</c>, <c>extends</c>.</summary>
    public Dictionary<string, BoundValue> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>What parameters have turned out to be.</summary>
    public Dictionary<string, BoundValue> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameters whose defaults are being worked out, for finding circles.</summary>
    public List<string> InProgress { get; } = [];
}

/// <summary>Where names are looked up.</summary>
/// <param name="Instance">The file that the statement stands in.</param>
/// <param name="Loop">The innermost loop around it.</param>
internal sealed record Scope(ModuleInstance Instance, LoopFrame? Loop)
{
    public Module Module => Instance.Module;

    public bool IsInLoop => Loop is not null;
}

/// <summary>The variables of one round of a loop.</summary>
internal sealed record LoopFrame(IReadOnlyDictionary<string, BoundValue> Variables, LoopFrame? Outer)
{
    public BoundValue? Find(string name) =>
        Variables.TryGetValue(name, out BoundValue? value) ? value : Outer?.Find(name);

    public IEnumerable<string> Names => Outer is null ? Variables.Keys : Variables.Keys.Concat(Outer.Names);
}
