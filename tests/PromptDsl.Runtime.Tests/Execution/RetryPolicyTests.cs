using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(FailureKind.Moderated)]
    [InlineData(FailureKind.QuotaExhausted)]
    [InlineData(FailureKind.Unauthorized)]
    [InlineData(FailureKind.ModelNotFound)]
    [InlineData(FailureKind.BadRequest)]
    public void What_would_fail_again_is_never_sent_again(FailureKind kind)
    {
        var failure = new ProviderFailure(kind, "No.") { ShouldRetry = true, RetryAfter = TimeSpan.FromSeconds(1) };

        Assert.Null(RetryPolicy.Default.DelayAfter(failure, 1, 0.5));
    }

    [Fact]
    public void Waits_double_up_to_a_bound_and_vary_by_half()
    {
        var failure = new ProviderFailure(FailureKind.RateLimited, "Slow down.");
        RetryPolicy policy = RetryPolicy.Default with { MaxDelay = TimeSpan.FromSeconds(10) };

        Assert.Equal(
            [1, 2, 4, 5, 5, 5, 5],
            Enumerable.Range(1, 7).Select(n => policy.DelayAfter(failure, n, 0)!.Value.TotalSeconds)
        );
        Assert.Equal(1.5, policy.DelayAfter(failure, 1, 0.5)!.Value.TotalSeconds);
        Assert.Null(policy.DelayAfter(failure, 8, 0));
    }

    [Fact]
    public void What_the_server_says_counts()
    {
        var failure = new ProviderFailure(FailureKind.ServerError, "Oops.") { RetryAfter = TimeSpan.FromSeconds(42) };

        Assert.Equal(42, RetryPolicy.Default.DelayAfter(failure, 1, 0.9)!.Value.TotalSeconds);
        Assert.Null(RetryPolicy.Default.DelayAfter(failure with { ShouldRetry = false }, 1, 0));
        Assert.Null(RetryPolicy.Default.DelayAfter(failure with { RetryAfter = TimeSpan.FromHours(1) }, 1, 0));
    }

    [Fact]
    public void What_may_have_been_paid_is_sent_again_once_or_not_at_all()
    {
        var failure = new ProviderFailure(FailureKind.OutcomeUnknown, "Cut.") { MayHaveBeenPaid = true };

        Assert.NotNull(RetryPolicy.Default.DelayAfter(failure, 1, 0));
        Assert.Null(RetryPolicy.Default.DelayAfter(failure, 2, 0));
        Assert.Null((RetryPolicy.Default with { RepeatsUnknownOutcome = false }).DelayAfter(failure, 1, 0));
    }
}
