using System.Collections.Concurrent;
using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Batches;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Execution;

/// <summary>A run from the moment that it was agreed to until it ends.</summary>
internal sealed class RunSession(
    RunContext run,
    ImmutableArray<RunSource> sources,
    ImmutableArray<RunNode> nodes,
    OutputFiles output,
    RunForecast forecast
)
{
    /// <summary>How long a run that was cancelled may go on writing.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<RunNode, NodeOutcome> _done = [];

    public async Task<RunResult> RunAsync(bool isResumed, CancellationToken cancellationToken)
    {
        run.Logger.RunBegins(run.Records.RunId, nodes.Length, run.Provider.Name);
        await OpenAsync(isResumed);
        try
        {
            await RunNodesAsync(cancellationToken);
            await WriteWhatCameAsync(cancellationToken);
        }
        catch (RunException)
        {
            // A batch cannot be asked about: it is there all the same, and so is the run.
            await CloseAsync(RunStatus.Pending, []);
            throw;
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            await CloseAsync(RunStatus.Failed, []);
            throw new RunException($"run `{run.Records.RunId}` cannot go on: {e.Message.TrimEnd('.')}", e)
            {
                Help = $"{Failures.RemedyFor(e)}, then `promptc run --resume {run.Records.RunId}` goes on.",
            };
        }
        catch
        {
            run.Abort();
            throw;
        }

        ImmutableArray<NodeResult> results = [.. nodes.Select(n => _done[n].Result)];
        RunStatus status = StatusOf(results, cancellationToken);
        await CloseAsync(status, results);
        run.Events.Report(new RunFinished(run.Records.RunId, status, run.Ledger.Now));
        run.Logger.RunEnded(run.Records.RunId, status);
        await TrimAsync();
        return new RunResult(run.Records.RunId, status, results, run.Ledger.Now)
        {
            Forecast = forecast,
            StoppedBy = run.StoppedBy,
            PendingBatches = [.. run.Journal.State.Pending.Select(b => b.BatchId)],
        };
    }

    private async Task OpenAsync(bool isResumed)
    {
        ImmutableArray<RunFile> files = [.. sources.Select(RunFiles.Of)];
        await run.Journal.AppendAsync(
            isResumed
                ? new RunContinued(files)
                : new RunOpened(
                    JournalJson.Schema,
                    run.Records.RunId,
                    ToolVersion.Text,
                    run.Provider.Name,
                    run.Provider.Endpoint,
                    files,
                    forecast.Price,
                    run.Options.Notes
                )
        );
        await RunPlan.Of(nodes).WriteAsync(run.Records);
        run.Events.Report(
            new RunStarted(
                run.Records.RunId,
                run.Provider.Name,
                run.Provider.Endpoint,
                isResumed,
                nodes.Length,
                forecast
            )
        );
    }

    /// <summary>With batches the stages are gone through again whenever pictures came.</summary>
    private async Task RunNodesAsync(CancellationToken cancellationToken)
    {
        BatchQueue? queue = run.Options.Batch ? new BatchQueue(run) : null;
        BatchDesk? desk = queue is null ? null : new BatchDesk(run, queue, nodes);
        NodeRunner runner = RunnerOf(run, queue is null ? new DirectSender(run) : queue);
        do
        {
            await Scheduler.RunAsync<RunNode, NodeOutcome>(
                nodes,
                node => node.Needs,
                (node, needed) => RunNodeAsync(runner, node, needed)
            );
        } while (desk is not null && !cancellationToken.IsCancellationRequested && await desk.AdvanceAsync());
    }

    /// <summary>Whatever stopped the run, a picture that came is paid for and gets to its place.</summary>
    private async Task WriteWhatCameAsync(CancellationToken cancellationToken)
    {
        if (!run.Stopping.IsCancellationRequested || StagesThatCame() is not { IsEmpty: false } came)
        {
            return;
        }

        bool isCancelled = cancellationToken.IsCancellationRequested;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(isCancelled ? default : cancellationToken);
        limit.CancelAfter(isCancelled ? Grace : Timeout.InfiniteTimeSpan);
        using RunContext reopened = run.Reopen(limit.Token);
        NodeRunner runner = RunnerOf(reopened, new NoSender(reopened));
        await Scheduler.RunAsync<RunNode, NodeOutcome>(
            nodes,
            node => node.Needs,
            (node, needed) =>
                came.Contains(node.Key) ? RunNodeAsync(runner, node, needed) : Task.FromResult(_done[node])
        );
    }

    /// <summary>The stages with pictures that are not written, be it that another stage sent the same request.</summary>
    private ImmutableHashSet<PlanKey> StagesThatCame() =>
        run.Journal.State.Unwritten.Union(
            _done
                .Where(d => d.Value.Unanswered.Any(request => run.Journal.State.Answer(request) is not null))
                .Select(d => d.Key.Key)
        );

    private NodeRunner RunnerOf(RunContext context, ISender sender) =>
        new(context, new SendingRunner(context, sender), new ArtifactWriter(context, output), output);

    private async Task<NodeOutcome> RunNodeAsync(NodeRunner runner, RunNode node, NodeOutcome[] needed)
    {
        if (_done.TryGetValue(node, out NodeOutcome? before) && IsSettled(before))
        {
            return before;
        }

        try
        {
            NodeOutcome outcome = await runner.RunAsync(node, needed);
            _done[node] = outcome;
            return outcome;
        }
        catch
        {
            run.Abort();
            throw;
        }
    }

    private static bool IsSettled(NodeOutcome outcome) =>
        outcome.Result.Status is not (NodeStatus.Pending or NodeStatus.NotMade);

    private RunStatus StatusOf(ImmutableArray<NodeResult> results, CancellationToken cancellationToken) =>
        results.All(r => r.Status is NodeStatus.Made or NodeStatus.Reused) ? RunStatus.Succeeded
        : cancellationToken.IsCancellationRequested ? RunStatus.Cancelled
        : run.StoppedBy?.Kind == FailureKind.QuotaExhausted ? RunStatus.QuotaExhausted
        : results.Any(r => r.Status == NodeStatus.Pending) ? RunStatus.Pending
        : RunStatus.Failed;

    /// <summary>Records how it ended, if the disk takes it: what came is on record, and a run that is not closed can be resumed too.</summary>
    private async Task CloseAsync(RunStatus status, ImmutableArray<NodeResult> results)
    {
        try
        {
            foreach (StageLeft left in results.Select(StageLeft.Of).OfType<StageLeft>())
            {
                run.Journal.Append(left);
            }

            await run.Journal.AppendAsync(new RunClosed(status, run.Ledger.Now.Spent));
        }
        catch (FileWriteException e)
        {
            run.Logger.RunNotClosed(run.Records.RunId, e);
        }
    }

    private async Task TrimAsync()
    {
        try
        {
            await run.Cache.TrimAsync(CancellationToken.None);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            run.Logger.CacheNotTrimmed(e);
        }
    }
}
