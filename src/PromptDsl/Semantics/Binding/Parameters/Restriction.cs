using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>A restriction of a parameter's value.</summary>
/// <param name="Rule">What the value must do: "have at most 40 characters".</param>
/// <param name="Holds">Whether a value satisfies it.</param>
/// <param name="Place">Where it is said.</param>
internal sealed record Restriction(string Rule, Func<BoundValue, bool> Holds, SourceSpan Place);
