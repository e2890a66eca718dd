namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a sending.</summary>
internal enum SendingState
{
    /// <summary>Its pictures came.</summary>
    Made,

    /// <summary>Its pictures were there.</summary>
    Reused,

    /// <summary>It failed for good.</summary>
    Failed,

    /// <summary>The run was stopped.</summary>
    Stopped,

    /// <summary>It is in a batch, or waits for one.</summary>
    Batched,
}
