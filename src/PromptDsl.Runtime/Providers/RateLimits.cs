namespace PromptDsl.Runtime.Providers;

/// <summary>Limits as response headers state them; null is what they do not state.</summary>
public sealed record RateLimits
{
    /// <summary>Requests a minute.</summary>
    public long? LimitRequests { get; init; }

    public long? RemainingRequests { get; init; }

    /// <summary>How long until the requests are back at their limit.</summary>
    public TimeSpan? ResetRequests { get; init; }

    /// <summary>Tokens a minute.</summary>
    public long? LimitTokens { get; init; }

    public long? RemainingTokens { get; init; }

    public TimeSpan? ResetTokens { get; init; }

    /// <summary>Images a minute.</summary>
    public long? LimitImages { get; init; }

    public long? RemainingImages { get; init; }

    public TimeSpan? ResetImages { get; init; }
}
