namespace PromptDsl.Runtime.Events;

/// <summary>Requests were handed in as a batch.</summary>
public sealed record BatchSubmitted(string BatchId, int Requests) : RunEvent;
