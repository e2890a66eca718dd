using System.Collections.Immutable;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a sending, and what it gave.</summary>
internal sealed record SendingOutcome(SendingState State)
{
    public static SendingOutcome Stopped { get; } = new(SendingState.Stopped);

    public static SendingOutcome Batched { get; } = new(SendingState.Batched);

    /// <summary>The pictures, in the folder of the run.</summary>
    public ImmutableArray<PictureFile> Pictures { get; init; } = [];

    public TokenUsage? Usage { get; init; }

    public PriceRange Cost { get; init; } = PriceRange.Zero;

    public string? RequestId { get; init; }

    public string? ResponseId { get; init; }

    public string? RevisedPrompt { get; init; }

    public RunFailure? Failure { get; init; }

    /// <summary>What a journal says was answered; its pictures are where they were recorded.</summary>
    public static SendingOutcome From(SendingState state, SendingAnswered answered, RunRecords records) =>
        new(state)
        {
            Pictures = [.. answered.Pictures.Select(p => p with { Path = records.Absolute(p.Path) })],
            Usage = answered.Usage,
            Cost = answered.Cost,
            RequestId = answered.RequestId,
            ResponseId = answered.ResponseId,
            RevisedPrompt = answered.RevisedPrompt,
        };

    public static SendingOutcome From(CacheEntry entry) =>
        new(SendingState.Reused)
        {
            Pictures = entry.Pictures,
            Usage = entry.Usage,
            ResponseId = entry.ResponseId,
            RevisedPrompt = entry.RevisedPrompt,
        };

    public CacheEntry ToEntry() =>
        new(Pictures)
        {
            Usage = Usage,
            ResponseId = ResponseId,
            RevisedPrompt = RevisedPrompt,
        };
}
