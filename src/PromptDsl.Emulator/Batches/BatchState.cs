namespace PromptDsl.Emulator.Batches;

/// <summary>Where a batch stands; the names are the API's.</summary>
internal enum BatchState
{
    Validating,
    InProgress,
    Completed,
    Failed,
    Expired,
    Cancelling,
    Cancelled,
}
