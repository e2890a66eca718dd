namespace PromptDsl.Runtime.Execution;

/// <summary>A run that cannot begin or go on: the message is for people, without a final period.</summary>
public sealed class RunException : Exception
{
    public RunException(string message)
        : base(message) { }

    public RunException(string message, Exception? inner)
        : base(message, inner) { }

    /// <summary>What to do, in one or two sentences; null when there is nothing to say.</summary>
    public string? Help { get; init; }
}
