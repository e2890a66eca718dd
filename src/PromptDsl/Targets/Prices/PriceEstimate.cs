using System.Collections.Immutable;

namespace PromptDsl.Targets.Prices;

/// <summary>What the sendings of a request cost together.</summary>
/// <param name="Parts">The parts, each with what it is based on.</param>
public sealed record PriceEstimate(ImmutableArray<PricePart> Parts)
{
    public PriceRange Total { get; } = PriceRange.Sum(Parts.Select(p => p.Price));
}
