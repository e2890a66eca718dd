using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A number as written, such as <c>0.50</c>.</summary>
public sealed record NumberValue(decimal Number, string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(NumberValue? other) => other is not null && Number == other.Number;

    public override int GetHashCode() => Number.GetHashCode();
}
