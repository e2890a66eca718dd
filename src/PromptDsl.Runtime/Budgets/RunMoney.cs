using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Budgets;

/// <summary>The money of a run.</summary>
/// <param name="Spent">
/// What was paid, as far as it is known: by the tokens that responses counted; where they counted none, or no
/// response came, from nothing or an estimate to the upper bound.
/// </param>
/// <param name="InFlight">The upper bounds of the requests under way, as far as they are known.</param>
/// <param name="Limit">What it may cost, or null.</param>
public sealed record RunMoney(PriceRange Spent, Money InFlight, Money? Limit);
