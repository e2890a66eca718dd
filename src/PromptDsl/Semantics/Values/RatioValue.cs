using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Values;

/// <summary>A ratio of width to height.</summary>
public sealed record RatioValue(AspectRatio Ratio, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Ratio.ToString();

    public bool Equals(RatioValue? other) => other is not null && Ratio == other.Ratio;

    public override int GetHashCode() => Ratio.GetHashCode();
}
