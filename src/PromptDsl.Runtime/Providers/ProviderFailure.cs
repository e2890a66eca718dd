using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers;

/// <summary>A request that gave no picture.</summary>
/// <param name="Kind">What kind of failure: it decides what happens next.</param>
/// <param name="Message">One sentence for people, which may follow a colon; no secret, no picture data.</param>
public sealed record ProviderFailure(FailureKind Kind, string Message) : ProviderOutcome
{
    /// <summary>The HTTP status, or null when there was no response.</summary>
    public int? Status { get; init; }

    /// <summary>The error code of the response, such as <c>moderation_blocked</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The parameter that the response names.</summary>
    public string? Parameter { get; init; }

    /// <summary>How long the server asks to wait, from <c>retry-after-ms</c> or <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What <c>x-should-retry</c> says.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>Where moderation stopped it: <c>input</c>, <c>output</c> or <c>unknown</c>.</summary>
    public string? ModerationStage { get; init; }

    public ImmutableArray<string> ModerationCategories { get; init; } = [];

    /// <summary>
    /// Whether something may have been charged although no picture arrived: it was sent, and the answer was lost,
    /// cannot be read, or says that the server failed on the way.
    /// </summary>
    public bool MayHaveBeenPaid { get; init; }

    /// <summary>
    /// Whether every other request would fail in the same way: no money is left, or nothing is accepted from this key.
    /// One that may not use a model, which is answered with 403, may use another.
    /// </summary>
    public bool IsOfAccount =>
        Kind == FailureKind.QuotaExhausted
        || (Kind == FailureKind.Unauthorized && (Status != 403 || Code == "unsupported_country_region_territory"));
}
