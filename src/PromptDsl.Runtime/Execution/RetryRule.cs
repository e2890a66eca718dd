namespace PromptDsl.Runtime.Execution;

/// <summary>How a kind of failure is retried.</summary>
/// <param name="Attempts">How often a request is sent at most, the first time counted.</param>
/// <param name="FirstDelay">The wait before the second attempt; it doubles with each further one.</param>
public sealed record RetryRule(int Attempts, TimeSpan FirstDelay)
{
    /// <summary>It is not sent again.</summary>
    public static RetryRule Never { get; } = new(1, TimeSpan.Zero);
}
