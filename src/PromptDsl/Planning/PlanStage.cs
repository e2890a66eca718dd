using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>A stage of a plan: one request, sent once or several times.</summary>
/// <param name="Name">Empty for a file without stages.</param>
/// <param name="IsEdit">Whether it changes a picture rather than making a new one.</param>
/// <param name="DependsOn">The stages whose pictures it reads.</param>
/// <param name="Request">What is sent.</param>
/// <param name="Parts">What it costs, part by part.</param>
public sealed record PlanStage(
    string Name,
    bool IsEdit,
    ImmutableArray<string> DependsOn,
    PlanRequest Request,
    ImmutableArray<PlanPart> Parts
)
{
    public int Requests => Request.Repeat;

    public int Pictures => Request.Repeat * Request.Count;

    public PriceRange Price { get; } = PriceRange.Sum(Parts.Select(p => p.Price));
}
