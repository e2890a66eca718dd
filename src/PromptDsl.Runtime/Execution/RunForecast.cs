using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>What a run would do from where it stands.</summary>
/// <param name="Requests">How many requests would be sent.</param>
/// <param name="Pictures">How many pictures would come back.</param>
/// <param name="Reused">How many requests need not be sent, as their pictures are there.</param>
/// <param name="Price">What the requests cost, as far as it is known.</param>
public sealed record RunForecast(int Requests, int Pictures, int Reused, PriceRange Price);
