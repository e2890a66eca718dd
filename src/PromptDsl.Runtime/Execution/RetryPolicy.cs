using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>What happens after a failure: the table, and how long to wait.</summary>
/// <remarks>
/// The Images API knows no idempotency keys. A request that was answered with an error is safe to send again; one
/// whose answer was lost may have been paid, and is sent again once at most.
/// </remarks>
public sealed record RetryPolicy
{
    public static RetryPolicy Default { get; } = new();

    /// <summary>The rules; a kind that is not listed is never retried.</summary>
    public ImmutableDictionary<FailureKind, RetryRule> Rules { get; init; } =
        ImmutableDictionary.CreateRange<FailureKind, RetryRule>([
            new(FailureKind.RateLimited, new RetryRule(8, TimeSpan.FromSeconds(2))),
            new(FailureKind.Overloaded, new RetryRule(6, TimeSpan.FromSeconds(5))),
            new(FailureKind.ServerError, new RetryRule(5, TimeSpan.FromSeconds(1))),
            new(FailureKind.ConnectionFailed, new RetryRule(5, TimeSpan.FromSeconds(1))),
            new(FailureKind.OutcomeUnknown, new RetryRule(2, TimeSpan.FromSeconds(1))),
            new(FailureKind.MalformedAnswer, new RetryRule(2, TimeSpan.FromSeconds(1))),
        ]);

    /// <summary>The longest wait that doubling leads to.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait that a server may ask for; a request that should wait longer fails.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether a request that may have been paid although its answer was lost is sent again, once.</summary>
    public bool RepeatsUnknownOutcome { get; init; } = true;

    /// <summary>Says how long to wait before a request is sent again.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="count">How often the request has failed in this way, this time counted.</param>
    /// <param name="jitter">A random number from 0 to below 1: the wait is between half of itself and itself.</param>
    /// <returns>The wait, or null when it is not sent again.</returns>
    public TimeSpan? DelayAfter(ProviderFailure failure, int count, double jitter)
    {
        RetryRule rule = Rules.GetValueOrDefault(failure.Kind, RetryRule.Never);
        if (
            count >= rule.Attempts
            || failure.ShouldRetry == false
            || (failure.MayHaveBeenPaid && !RepeatsUnknownOutcome)
            || failure.RetryAfter > MaxRetryAfter
        )
        {
            return null;
        }

        double doubled = rule.FirstDelay.TotalSeconds * Math.Pow(2, count - 1);
        double seconds = Math.Min(doubled, MaxDelay.TotalSeconds) * (1 + jitter) / 2;
        return TimeSpan.FromSeconds(Math.Max(seconds, failure.RetryAfter?.TotalSeconds ?? 0));
    }
}
