using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Targets that vary together, and the values that they take in each round.</summary>
/// <param name="Place">The head of the <c>vary</c>.</param>
internal sealed record Dimension(
    SourceSpan Place,
    ImmutableArray<VariedTarget> Targets,
    ImmutableArray<ImmutableArray<BoundValue>> Rounds
);
