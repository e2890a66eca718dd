using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>The variables of one round of a loop.</summary>
internal sealed record LoopFrame(IReadOnlyDictionary<string, BoundValue> Variables, LoopFrame? Outer)
{
    public BoundValue? Find(string name) =>
        Variables.TryGetValue(name, out BoundValue? value) ? value : Outer?.Find(name);

    public IEnumerable<string> Names => Outer is null ? Variables.Keys : Variables.Keys.Concat(Outer.Names);
}
