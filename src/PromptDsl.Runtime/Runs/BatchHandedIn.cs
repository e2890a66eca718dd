using System.Collections.Immutable;

namespace PromptDsl.Runtime.Runs;

/// <summary>A batch was handed in, or refused.</summary>
/// <param name="Batch">The number of the batch in this run.</param>
/// <param name="BatchId">The id that the provider gave it; null when it was refused.</param>
public sealed record BatchHandedIn(int Batch, string? BatchId) : JournalRecord
{
    /// <summary>The ids of the files that were uploaded for it, to be deleted when it is collected.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
