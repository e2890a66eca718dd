using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A key with its value.</summary>
/// <param name="Key">The key as in the schema.</param>
/// <param name="Value">The value, of a form that the schema accepts.</param>
/// <param name="KeyPlace">Where the key stands.</param>
public sealed record Field(string Key, BoundValue Value, SourceSpan KeyPlace);
