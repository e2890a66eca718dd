using System.Collections.Immutable;

namespace PromptDsl.Runtime.Runs;

/// <summary>A batch of a run.</summary>
/// <param name="Number">Its number in the run, from 1.</param>
/// <param name="BatchId">The id that the provider gave it; empty when it was not handed in, or is collected.</param>
/// <param name="Files">The files of the provider that were uploaded for it.</param>
/// <param name="Sendings">Its requests.</param>
internal sealed record PendingBatch(
    int Number,
    string BatchId,
    ImmutableArray<string> Files,
    ImmutableArray<BatchSending> Sendings
);
