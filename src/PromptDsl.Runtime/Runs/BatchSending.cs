using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>A request of a batch.</summary>
/// <param name="Id">The id under which the provider knows it in the batch.</param>
/// <param name="Sending">What is sent.</param>
/// <param name="Price">What it costs, as far as it is known.</param>
public sealed record BatchSending(string Id, SendingKey Sending, PriceRange Price);
