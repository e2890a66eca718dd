namespace PromptDsl.Runtime.Providers;

/// <summary>What became of a request: <see cref="ProviderAnswer"/> or <see cref="ProviderFailure"/>.</summary>
public abstract record ProviderOutcome
{
    /// <summary>The id that the server gave the exchange, from <c>x-request-id</c>.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the response headers say about limits.</summary>
    public RateLimits? Limits { get; init; }
}
