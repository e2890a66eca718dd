using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A percentage; <c>60%</c> is 60.</summary>
public sealed record PercentValue(decimal Percent, string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(PercentValue? other) => other is not null && Percent == other.Percent;

    public override int GetHashCode() => Percent.GetHashCode();
}
