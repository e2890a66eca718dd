using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A word of a closed list.</summary>
public sealed record WordValue(string Word, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Word;

    public bool Equals(WordValue? other) => other is not null && Word == other.Word;

    public override int GetHashCode() => Word.GetHashCode(StringComparison.Ordinal);
}
