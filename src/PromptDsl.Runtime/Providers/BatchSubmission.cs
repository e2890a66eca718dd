namespace PromptDsl.Runtime.Providers;

/// <summary>What became of handing in a batch: an id, or a failure.</summary>
public sealed record BatchSubmission(string? BatchId, ProviderFailure? Failure);
