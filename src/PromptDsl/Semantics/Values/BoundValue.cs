using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A value after names are looked up and slots are filled.</summary>
/// <param name="Place">Where the value stands.</param>
public abstract record BoundValue(SourceSpan Place)
{
    /// <summary>The value as it is written in the source.</summary>
    public abstract string Written { get; }

    /// <summary>The items of a list, or the value alone as one item.</summary>
    internal ImmutableArray<BoundValue> AsItems() => this is ListValue list ? list.Items : [this];
}
