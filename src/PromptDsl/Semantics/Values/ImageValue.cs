using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A picture file by its logical path.</summary>
public sealed record ImageValue(string Path, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Path;

    public bool Equals(ImageValue? other) => other is not null && Path == other.Path;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
}
