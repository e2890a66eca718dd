using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers;

/// <summary>What became of handing in a batch: an id, or a failure.</summary>
public sealed record BatchSubmission(string? BatchId, ProviderFailure? Failure)
{
    /// <summary>The ids of the files that were uploaded for the batch and are its alone.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
