using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A colour literal as written, such as <c>#2E4057</c>.</summary>
public sealed record ColorValue(string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(ColorValue? other) =>
        other is not null && string.Equals(Literal, other.Literal, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Literal.GetHashCode(StringComparison.OrdinalIgnoreCase);
}
