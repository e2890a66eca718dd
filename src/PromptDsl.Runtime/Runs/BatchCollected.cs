namespace PromptDsl.Runtime.Runs;

/// <summary>What became of each request of a batch stands above this line.</summary>
/// <param name="Batch">The number of the batch in this run.</param>
public sealed record BatchCollected(int Batch) : JournalRecord;
