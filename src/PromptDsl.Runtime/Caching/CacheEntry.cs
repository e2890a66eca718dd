using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Caching;

/// <summary>What a request gave.</summary>
/// <param name="Pictures">The pictures in the order of the response.</param>
public sealed record CacheEntry(ImmutableArray<PictureFile> Pictures)
{
    /// <summary>The tokens that the response counted.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The id of the response, which a conversation can go on from.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The prompt as the conversing model rewrote it.</summary>
    public string? RevisedPrompt { get; init; }
}
