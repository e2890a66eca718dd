namespace PromptDsl.Runtime.Execution;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>Every stage has its picture, and every expectation is met.</summary>
    Succeeded,

    /// <summary>Some stages have no picture, or one that fails its expectations.</summary>
    Failed,

    /// <summary>Nobody agreed to the price; nothing was sent.</summary>
    Declined,

    /// <summary>Money or a spending limit of the account is exhausted: everything was stopped.</summary>
    QuotaExhausted,

    /// <summary>It was cancelled, and can be resumed.</summary>
    Cancelled,

    /// <summary>It waits for batches, and can be fetched.</summary>
    Pending,
}
