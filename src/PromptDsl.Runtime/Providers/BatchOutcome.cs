namespace PromptDsl.Runtime.Providers;

/// <summary>What became of one request of a batch.</summary>
/// <param name="Id">The id of its <see cref="BatchRequest"/>.</param>
public sealed record BatchOutcome(string Id, ProviderOutcome Outcome);
