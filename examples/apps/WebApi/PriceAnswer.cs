using PromptDsl.Planning;
using PromptDsl.Targets.Prices;

namespace WebApi;

/// <summary>What pictures would cost, in US dollars.</summary>
/// <param name="Requests">How many requests would be sent.</param>
/// <param name="Low">At least.</param>
/// <param name="Expected">Most likely; null when it is not known.</param>
/// <param name="High">At most; null when a part is not known.</param>
/// <param name="Unknown">The parts that are not known.</param>
public sealed record PriceAnswer(int Requests, decimal Low, decimal? Expected, decimal? High, string[] Unknown)
{
    internal static PriceAnswer Of(CompiledTemplate compiled)
    {
        RequestPlan plan = Planner.Plan([new PlanSource(compiled.Path, compiled.Result, compiled.Options)]);
        PriceRange price = plan.Price;
        return new PriceAnswer(
            plan.Requests,
            price.Low.Dollars,
            price.Expected?.Dollars,
            price.High?.Dollars,
            [.. price.Unknown.Select(u => u.ToString())]
        );
    }
}
