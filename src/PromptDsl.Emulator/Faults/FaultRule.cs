namespace PromptDsl.Emulator.Faults;

/// <summary>A fault and the requests that it happens to: those that meet every condition that is stated.</summary>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>The endpoint, such as <c>images/edits</c> or <c>responses</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model that the request names for its picture.</summary>
    public string? Model { get; init; }

    /// <summary>A text that the prompt contains.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether it is a request of a batch.</summary>
    public bool? InBatch { get; init; }

    /// <summary>Which one, from 1, of the requests that meet the conditions above.</summary>
    public int? Request { get; init; }

    /// <summary>How likely it is, 0 to 1, for a request that meets the other conditions.</summary>
    public double? Chance { get; init; }

    /// <summary>With the same seed and the same order of requests, chance falls the same way.</summary>
    public int Seed { get; init; }

    /// <summary>How often it happens at most.</summary>
    public int? Times { get; init; }
}
