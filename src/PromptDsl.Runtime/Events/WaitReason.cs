namespace PromptDsl.Runtime.Events;

/// <summary>What a request waits for.</summary>
public enum WaitReason
{
    /// <summary>The limits of the provider.</summary>
    RateLimit,

    /// <summary>Requests under way, whose money may be given back.</summary>
    Budget,

    /// <summary>Somebody else who sends the same request: its picture will do for both.</summary>
    SameRequest,
}
