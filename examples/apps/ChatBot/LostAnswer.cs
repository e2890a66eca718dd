namespace ChatBot;

/// <summary>An answer that the chat platform did not take.</summary>
/// <param name="Reason">Why.</param>
/// <param name="MayHelp">Whether another attempt may help.</param>
internal sealed record LostAnswer(string Reason, bool MayHelp)
{
    /// <summary>How long the platform asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
