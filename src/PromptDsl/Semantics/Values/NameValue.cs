using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>The name of something declared: a thing, a stage, a reference.</summary>
public sealed record NameValue(string Name, SourceSpan Place) : BoundValue(Place)
{
    /// <summary>What a loop variable or parameter of that name holds; it counts when nothing of the name is declared.</summary>
    internal BoundValue? Alternative { get; init; }

    public override string Written => Name;

    public bool Equals(NameValue? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
