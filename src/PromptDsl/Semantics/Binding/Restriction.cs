using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>A restriction of a parameter's value.</summary>
/// <param name="Rule">What the value is when it satisfies it: "at most 40 characters long".</param>
/// <param name="Holds">Whether a value satisfies it.</param>
/// <param name="Place">Where it is said.</param>
internal sealed record Restriction(string Rule, Func<BoundValue, bool> Holds, SourceSpan Place);
