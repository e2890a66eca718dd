namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a stage in a run.</summary>
public enum NodeStatus
{
    /// <summary>Its pictures are there, at least one of them by a request of this run.</summary>
    Made,

    /// <summary>Its pictures were there already.</summary>
    Reused,

    /// <summary>It has pictures, and the one that goes on fails its expectations.</summary>
    Rejected,

    /// <summary>It lacks a picture.</summary>
    Failed,

    /// <summary>A stage that it builds on has no picture to build on.</summary>
    Skipped,

    /// <summary>The run was stopped before its pictures came.</summary>
    NotMade,

    /// <summary>It is in a batch, or waits for one.</summary>
    Pending,
}
