namespace PromptDsl.Emulator;

/// <summary>What the service would charge, pictures whose answer was cut included.</summary>
/// <param name="Pictures">How many pictures.</param>
/// <param name="Dollars">At the prices of the catalog; what a model's price does not state counts as nothing.</param>
/// <param name="InputTokens">All input tokens.</param>
/// <param name="OutputTokens">All output tokens.</param>
public sealed record PaidTotal(int Pictures, decimal Dollars, long InputTokens, long OutputTokens);
