using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a stage, with what later stages need.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Selected">The picture that later stages build on, in the folder of the run; null when they cannot.</param>
/// <param name="ResponseId">The response that a conversation can go on from.</param>
internal sealed record NodeOutcome(NodeResult Result, PictureFile? Selected = null, string? ResponseId = null)
{
    /// <summary>The requests, by their hashes, whose answers it did not wait for.</summary>
    public ImmutableArray<string> Unanswered { get; init; } = [];
}
