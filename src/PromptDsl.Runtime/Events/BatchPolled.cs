namespace PromptDsl.Runtime.Events;

/// <summary>A batch was looked at.</summary>
public sealed record BatchPolled(string BatchId, string State, int Total, int Completed, int Failed) : RunEvent;
