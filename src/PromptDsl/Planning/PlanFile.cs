using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>A file of a plan.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Builds">One for each combination of what varies.</param>
public sealed record PlanFile(string Path, ImmutableArray<PlanBuild> Builds)
{
    public int Requests => Builds.Sum(b => b.Requests);

    public int Pictures => Builds.Sum(b => b.Pictures);

    public PriceRange Price { get; } = PriceRange.Sum(Builds.Select(b => b.Price));
}
