using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>The pictures of a request are on disk.</summary>
/// <param name="Sending">What was sent.</param>
/// <param name="Pictures">The pictures; paths are relative to the folder of the run, with <c>/</c>.</param>
/// <param name="Usage">The tokens that the response counts.</param>
/// <param name="Cost">What was paid, as far as it is known.</param>
public sealed record SendingAnswered(
    SendingKey Sending,
    ImmutableArray<PictureFile> Pictures,
    TokenUsage? Usage,
    PriceRange Cost
) : JournalRecord
{
    /// <summary>The id that the server gave the exchange.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the response, which a conversation can go on from.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The prompt as the conversing model rewrote it.</summary>
    public string? RevisedPrompt { get; init; }
}
