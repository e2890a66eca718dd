using System.Collections.Immutable;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>A past run, as its journal tells it.</summary>
/// <param name="Opened">Its first line.</param>
/// <param name="Records">All lines, in order.</param>
public sealed record RunSummary(RunOpened Opened, ImmutableArray<JournalRecord> Records)
{
    public string RunId => Opened.RunId;

    /// <summary>The source files, as they were when the run began or went on for the last time.</summary>
    public ImmutableArray<RunFile> Files =>
        Records.OfType<RunContinued>().LastOrDefault() is { } continued ? continued.Files : Opened.Files;

    /// <summary>How it ended; null when it is under way, or was killed.</summary>
    public RunStatus? Status =>
        Records.LastOrDefault(r => r is RunClosed or RunContinued) is RunClosed end ? end.Status : null;

    /// <summary>What it cost, as far as it is known.</summary>
    public PriceRange Spent => JournalState.Read(Records).Spent;

    /// <summary>The pictures in the output folder, those that were written last for each variant.</summary>
    public ImmutableArray<PictureWritten> Pictures =>
        [.. Records.OfType<PictureWritten>().GroupBy(p => (p.Node, p.Variant)).Select(same => same.Last())];

    /// <summary>The batches that were handed in and not collected.</summary>
    public ImmutableArray<WaitingBatch> PendingBatches =>
        [
            .. JournalState
                .Read(Records)
                .Pending.Select(b => new WaitingBatch(
                    b.BatchId,
                    Records.OfType<BatchHandedIn>().Last(h => h.Batch == b.Number).Time,
                    [.. b.Sendings.Select(s => s.Sending)]
                )),
        ];
}
