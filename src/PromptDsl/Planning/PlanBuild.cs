using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>A file with one combination of what varies.</summary>
/// <param name="Name">Empty unless the file varies.</param>
/// <param name="Stages">The stages, each after those that it depends on.</param>
public sealed record PlanBuild(string Name, ImmutableArray<PlanStage> Stages)
{
    public int Requests => Stages.Sum(s => s.Requests);

    public int Pictures => Stages.Sum(s => s.Pictures);

    public PriceRange Price { get; } = PriceRange.Sum(Stages.Select(s => s.Price));
}
