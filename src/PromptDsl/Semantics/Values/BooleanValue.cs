using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValue(bool Value, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Value ? "true" : "false";

    public bool Equals(BooleanValue? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();
}
