using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A value that could not be read; it has been reported and nothing more is said about it.</summary>
public sealed record ErrorValue(SourceSpan Place) : BoundValue(Place)
{
    public override string Written => "";
}
