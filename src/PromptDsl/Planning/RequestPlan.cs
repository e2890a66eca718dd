using System.Collections.Immutable;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>What a run would send, and what that costs as far as it is known.</summary>
/// <param name="PricesAsOf">The day up to which the prices were gathered.</param>
/// <param name="Files">The files, by path.</param>
/// <param name="Sources">The texts that the prices were read in, by id.</param>
public sealed record RequestPlan(
    DateOnly PricesAsOf,
    ImmutableArray<PlanFile> Files,
    ImmutableArray<FactSource> Sources
)
{
    public int Requests => Files.Sum(f => f.Requests);

    public int Pictures => Files.Sum(f => f.Pictures);

    public PriceRange Price { get; } = PriceRange.Sum(Files.Select(f => f.Price));
}
