using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A value after names are looked up and slots are filled.</summary>
/// <param name="Place">Where the value stands.</param>
public abstract record BoundValue(SourceSpan Place)
{
    /// <summary>The value as it is written in the source.</summary>
    public abstract string Written { get; }
}
