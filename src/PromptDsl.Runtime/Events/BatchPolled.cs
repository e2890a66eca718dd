namespace PromptDsl.Runtime.Events;

/// <summary>A batch was looked at.</summary>
public sealed record BatchPolled(string BatchId, string State, int Total, int Completed, int Failed) : RunEvent
{
    /// <summary>Why it could not be asked about, failed, or could not be collected; null when all is well.</summary>
    public string? Problem { get; init; }
}
