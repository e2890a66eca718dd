using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Runs;

/// <summary>A request was not sent, as its pictures were there.</summary>
/// <param name="Sending">What would have been sent.</param>
/// <param name="Source">Where they were.</param>
/// <param name="Pictures">The pictures; paths are relative to the folder of the run, with <c>/</c>.</param>
public sealed record SendingReused(SendingKey Sending, ReuseSource Source, ImmutableArray<PictureFile> Pictures)
    : JournalRecord
{
    /// <summary>The tokens that the response counted.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The id of the response, which a conversation can go on from.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The prompt as the conversing model rewrote it.</summary>
    public string? RevisedPrompt { get; init; }
}
