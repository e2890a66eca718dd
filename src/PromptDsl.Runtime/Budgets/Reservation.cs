using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Budgets;

/// <summary>Money set aside for a request under way.</summary>
/// <param name="Amount">Its upper bound; where that is not known, what is known.</param>
internal sealed record Reservation(Money Amount);
