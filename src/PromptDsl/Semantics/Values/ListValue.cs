using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A list.</summary>
public sealed record ListValue(ImmutableArray<BoundValue> Items, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => $"[{string.Join(", ", Items.Select(i => i.Written))}]";

    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}
