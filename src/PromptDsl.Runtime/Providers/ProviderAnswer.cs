using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers;

/// <summary>A request that gave pictures.</summary>
public sealed record ProviderAnswer : ProviderOutcome
{
    /// <summary>The pictures, in the order of the response.</summary>
    public required ImmutableArray<PictureFile> Pictures { get; init; }

    /// <summary>The tokens that the response counts; null when it counts none.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The id of the response, which a conversation can go on from; only of the Responses API.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The prompt as the conversing model rewrote it; only of the Responses API.</summary>
    public string? RevisedPrompt { get; init; }

    /// <summary>What the answer lacks of what was asked for, in one sentence; null when it is whole.</summary>
    public string? Loss { get; init; }
}
