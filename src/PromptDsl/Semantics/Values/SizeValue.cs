using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Values;

/// <summary>Width × height.</summary>
public sealed record SizeValue(ImageSize Size, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Size.ToString();

    public bool Equals(SizeValue? other) => other is not null && Size == other.Size;

    public override int GetHashCode() => Size.GetHashCode();
}
