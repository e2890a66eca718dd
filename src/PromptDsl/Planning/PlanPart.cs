using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>A part of the price of a stage.</summary>
/// <param name="Kind">What it is paid for.</param>
/// <param name="Tokens">The tokens that are paid for, or null when they are not known.</param>
/// <param name="Price">What it costs, as far as it is known.</param>
/// <param name="Basis">What the figures come from, or null when nothing is known.</param>
/// <param name="Sources">The ids of <see cref="RequestPlan.Sources"/>.</param>
public sealed record PlanPart(
    PricePartKind Kind,
    TokenRange? Tokens,
    PriceRange Price,
    string? Basis,
    ImmutableArray<string> Sources
);
