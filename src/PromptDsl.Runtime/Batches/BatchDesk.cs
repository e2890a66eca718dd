using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Batches;

/// <summary>
/// Hands waves of requests in as batches, and collects what came of them. What a batch brought is in the record of
/// the run, where the stages find it when they are gone through again.
/// </summary>
internal sealed class BatchDesk
{
    private readonly RunContext _run;
    private readonly BatchQueue _queue;
    private readonly IBatchProvider _provider;
    private readonly Dictionary<PlanKey, RunNode> _nodes;
    private readonly Dictionary<string, Reservation> _reservations = new(StringComparer.Ordinal);
    private bool _hasNews;

    public BatchDesk(RunContext run, BatchQueue queue, IEnumerable<RunNode> nodes)
    {
        _run = run;
        _queue = queue;
        _provider = (IBatchProvider)run.Provider;
        _nodes = nodes.ToDictionary(n => n.Key);
        foreach (BatchSending sending in Pending.SelectMany(b => b.Sendings))
        {
            _reservations[sending.Sending.Request] = run.Ledger.Adopt(sending.Price);
        }
    }

    private ImmutableArray<PendingBatch> Pending => _run.Journal.State.Pending;

    /// <summary>Hands in what is queued; else looks at the batches that were handed in, and collects those that have ended.</summary>
    /// <returns>Whether the stages have news; if not, the run ends, or waits for batches without us.</returns>
    public async Task<bool> AdvanceAsync()
    {
        try
        {
            _hasNews = false;
            await HandInAsync(_queue.TakeAll());
            while (!_hasNews && !Pending.IsEmpty)
            {
                await CollectAsync(Pending);
                if (!_hasNews && !_run.Options.Wait)
                {
                    return false;
                }

                if (!_hasNews)
                {
                    await Task.Delay(_run.Options.PollInterval, _run.Time, _run.Stopping);
                }
            }

            return _hasNews;
        }
        catch (OperationCanceledException) when (_run.Stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A batch is for one endpoint and one model.</summary>
    private async Task HandInAsync(ImmutableArray<QueuedSending> queued)
    {
        foreach (var group in queued.GroupBy(q => (q.Sending.Node.Request.Endpoint, q.Sending.Node.Request.Model)))
        {
            await HandInBatchAsync([.. group]);
        }
    }

    private async Task HandInBatchAsync(ImmutableArray<QueuedSending> queued)
    {
        int number = _run.Journal.State.NextBatch;
        ImmutableArray<BatchSending> sendings =
        [
            .. queued.Select(
                (q, i) =>
                    new BatchSending(
                        string.Create(CultureInfo.InvariantCulture, $"{_run.Records.RunId}-{number}-{i + 1}"),
                        q.Sending.Key,
                        q.Sending.Node.Price
                    )
            ),
        ];
        await _run.Journal.AppendAsync(
            new BatchIntended(number, sendings, PriceRange.Sum(sendings.Select(s => s.Price)))
        );
        BatchSubmission submission = await _provider.SubmitAsync(
            [.. sendings.Zip(queued, (s, q) => new BatchRequest(s.Id, q.Sending.ToRequest(_run.Records.Folder)))],
            _run.Aborting
        );
        if (submission.BatchId is { } batchId)
        {
            await _run.Journal.AppendAsync(new BatchHandedIn(number, batchId) { Files = submission.Files });
            foreach (QueuedSending sending in queued)
            {
                _reservations[sending.Sending.Key.Request] = sending.Reservation;
            }

            _run.Events.Report(new BatchSubmitted(batchId, queued.Length));
            return;
        }

        await RefuseAsync(number, queued, submission.Failure!);
    }

    /// <summary>Without a known outcome the requests stay intended: they may be carried out, and be paid.</summary>
    private async Task RefuseAsync(int number, ImmutableArray<QueuedSending> queued, ProviderFailure failure)
    {
        _hasNews = true;
        if (!failure.MayHaveBeenPaid)
        {
            await _run.Journal.AppendAsync(new BatchHandedIn(number, null));
        }

        foreach (QueuedSending sending in queued)
        {
            _queue.Fail(sending.Sending.Key.Request, failure);
            _run.Ledger.Settle(
                sending.Reservation,
                failure.MayHaveBeenPaid ? PerhapsPaid.Of(sending.Sending.Node.Price) : PriceRange.Zero
            );
        }

        StopWhereHopeless(failure);
        if (_run.Options.Retry.DelayAfter(failure, 1, _run.NextJitter()) is { } delay)
        {
            await Task.Delay(delay, _run.Time, _run.Stopping);
        }
    }

    /// <summary>Looks at each batch. One that cannot be asked about ends the run once the stages have what the others brought.</summary>
    /// <exception cref="RunException">No batch brought anything, and one of them never will.</exception>
    private async Task CollectAsync(ImmutableArray<PendingBatch> batches)
    {
        RunException? hopeless = null;
        foreach (PendingBatch batch in batches)
        {
            try
            {
                await CollectAsync(batch);
            }
            catch (RunException e)
            {
                hopeless ??= e;
            }
        }

        if (hopeless is not null && !_hasNews)
        {
            throw hopeless;
        }
    }

    /// <summary>Records what came of a batch, if it has ended.</summary>
    private async Task CollectAsync(PendingBatch batch)
    {
        BatchStatus status = await _provider.GetAsync(batch.BatchId, _run.Stopping);
        Report(batch, status, status.Failure);
        if (!status.HasEnded)
        {
            RefuseHopeless(batch, status.Failure);
            return;
        }

        try
        {
            await ReadAsync(batch, status);
        }
        catch (ProviderException e)
        {
            // What was read is recorded; the rest is there the next time.
            Report(batch, status, e.Failure);
            RefuseHopeless(batch, e.Failure);
            return;
        }

        if (await _provider.DeleteFilesAsync(batch.BatchId, batch.Files, _run.Aborting) is { } left)
        {
            _run.Logger.BatchFilesLeft(batch.BatchId, left.Message);
        }
    }

    private void Report(PendingBatch batch, BatchStatus status, ProviderFailure? problem) =>
        _run.Events.Report(
            new BatchPolled(batch.BatchId, status.State, status.Total, status.Completed, status.Failed)
            {
                Problem = problem?.Message,
            }
        );

    private async Task ReadAsync(PendingBatch batch, BatchStatus status)
    {
        var byId = batch.Sendings.ToDictionary(s => s.Id, StringComparer.Ordinal);
        string folder = _run.Records.NewPictureFolder(batch.Sendings[0].Sending.Request);
        ProviderFailure unanswered = status.Failure ?? Unanswered(status.State);
        try
        {
            await foreach (BatchOutcome outcome in _provider.CollectAsync(batch.BatchId, folder, _run.Aborting))
            {
                if (byId.Remove(outcome.Id, out BatchSending? sending))
                {
                    await RecordAsync(sending, outcome.Outcome);
                }
            }
        }
        catch (ProviderException e) when (e.Failure.MayHaveBeenPaid)
        {
            // The answers to the others are there and cannot be read, today or ever.
            unanswered = e.Failure;
        }

        foreach (BatchSending sending in byId.Values)
        {
            await RecordAsync(sending, unanswered);
        }

        await _run.Journal.AppendAsync(new BatchCollected(batch.Number));
        _hasNews = true;
    }

    /// <summary>
    /// What a batch that expired or was cancelled had not done is free; of one that did everything nobody knows. Neither
    /// is handed in more than once again: a batch takes up to a day.
    /// </summary>
    private static ProviderFailure Unanswered(string state) =>
        new(FailureKind.OutcomeUnknown, $"the batch ended ({state}) without an answer to it.")
        {
            MayHaveBeenPaid = state == "completed",
        };

    /// <summary>Does not wait for what will not come.</summary>
    /// <exception cref="RunException">The batch cannot be asked about, and never will.</exception>
    private void RefuseHopeless(PendingBatch batch, ProviderFailure? failure)
    {
        if (failure is not null && !_run.Options.Retry.Rules.ContainsKey(failure.Kind))
        {
            throw new RunException($"batch `{batch.BatchId}` cannot be asked about: {failure.Message.TrimEnd('.')}")
            {
                Help = "What it brings can be fetched when that is mended; a new run sends its requests again.",
            };
        }
    }

    private void StopWhereHopeless(ProviderFailure failure)
    {
        if (failure.IsOfAccount)
        {
            _run.StopFor(failure);
        }
    }

    private async Task RecordAsync(BatchSending sending, ProviderOutcome outcome)
    {
        string request = sending.Sending.Request;
        if (!_run.Journal.State.IsBatched(request))
        {
            // A kill came between this and the end of the batch.
            return;
        }

        _hasNews = true;
        RecordedOutcome recorded = await SendingRecords.AppendAsync(
            _run,
            sending.Sending,
            _nodes.GetValueOrDefault(sending.Sending.Node),
            sending.Price,
            outcome
        );
        if (_reservations.Remove(request, out Reservation? reservation))
        {
            _run.Ledger.Settle(reservation, recorded.Cost);
        }

        if (recorded.Failure is { } failure)
        {
            _queue.Fail(request, failure);
            StopWhereHopeless(failure);
        }
        else
        {
            _queue.Bring(request);
        }
    }
}
