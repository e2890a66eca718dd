using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Modules;

/// <summary>A file with values for its parameters: one for the file itself, one for each <c>extends</c>.</summary>
internal sealed class ModuleInstance(Module module)
{
    public Module Module { get; } = module;

    /// <summary>Values from outside: <c>--set</c>, a parameter file, <c>vary</c>, <c>extends</c>.</summary>
    public Dictionary<string, BoundValue> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>What parameters have turned out to be.</summary>
    public Dictionary<string, BoundValue> Parameters { get; } = new(StringComparer.Ordinal);
}
