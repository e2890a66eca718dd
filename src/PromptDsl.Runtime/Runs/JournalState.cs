using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>What a journal says about requests: which have their pictures, and which may have been paid for nothing.</summary>
internal sealed class JournalState
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SendingAnswered> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SendingFailed> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PriceRange> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly HashSet<string> _batched = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, PendingBatch> _batches = [];
    private readonly Dictionary<string, PlanKey> _unwritten = new(StringComparer.Ordinal);
    private PriceRange _paid = PriceRange.Zero;

    /// <summary>What was paid, as far as it is known; of requests without a known outcome nothing to everything.</summary>
    public PriceRange Spent
    {
        get
        {
            lock (_lock)
            {
                return _open.Values.Aggregate(_paid, (sum, price) => sum + PerhapsPaid.Of(price));
            }
        }
    }

    /// <summary>The same without what is in batches that were not collected.</summary>
    public PriceRange SpentBesideBatches
    {
        get
        {
            lock (_lock)
            {
                return _open
                    .Where(o => !_batched.Contains(o.Key))
                    .Aggregate(_paid, (sum, o) => sum + PerhapsPaid.Of(o.Value));
            }
        }
    }

    /// <summary>The batches that were handed in and not collected, in order.</summary>
    public ImmutableArray<PendingBatch> Pending
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches.Values.Where(b => b.BatchId.Length > 0)];
            }
        }
    }

    public static JournalState Read(IEnumerable<JournalRecord> records)
    {
        var state = new JournalState();
        foreach (JournalRecord record in records)
        {
            state.Add(record);
        }

        return state;
    }

    /// <summary>The answer to a request, of whichever stage, or null.</summary>
    public SendingAnswered? Answer(string request)
    {
        lock (_lock)
        {
            return _answers.GetValueOrDefault(request);
        }
    }

    /// <summary>The refusal of a request by moderation, of whichever stage, or null: it is never sent again.</summary>
    public SendingFailed? Refusal(string request)
    {
        lock (_lock)
        {
            return _refusals.GetValueOrDefault(request);
        }
    }

    /// <summary>How often a request may have been carried out without its pictures arriving.</summary>
    public int Lost(string request)
    {
        lock (_lock)
        {
            return _lost.GetValueOrDefault(request)
                + (_open.ContainsKey(request) && !_batched.Contains(request) ? 1 : 0);
        }
    }

    /// <summary>Whether a request is in a batch that was not collected.</summary>
    public bool IsBatched(string request)
    {
        lock (_lock)
        {
            return _batched.Contains(request);
        }
    }

    /// <summary>The stages with pictures that came and are not in the output folder.</summary>
    public ImmutableHashSet<PlanKey> Unwritten
    {
        get
        {
            lock (_lock)
            {
                return [.. _unwritten.Values];
            }
        }
    }

    /// <summary>The number that the next batch gets.</summary>
    public int NextBatch
    {
        get
        {
            lock (_lock)
            {
                return _batches.Count + 1;
            }
        }
    }

    /// <summary>Takes in a line; lines come in the order of the journal.</summary>
    public void Add(JournalRecord record)
    {
        lock (_lock)
        {
            switch (record)
            {
                case SendingIntended sent:
                    Open(sent.Sending.Request, sent.Price);
                    break;
                case SendingAnswered answered:
                    Answer(answered);
                    break;
                case SendingReused { Source: ReuseSource.Cache } reused:
                    Reuse(reused);
                    break;
                case PictureWritten written:
                    _unwritten.Remove(written.Picture);
                    break;
                case SendingFailed failed:
                    Fail(failed);
                    break;
                case BatchIntended intended:
                    _batches[intended.Batch] = new PendingBatch(intended.Batch, "", [], intended.Sendings);
                    foreach (BatchSending sending in intended.Sendings)
                    {
                        Open(sending.Sending.Request, sending.Price);
                    }

                    break;
                case BatchHandedIn handedIn when _batches.TryGetValue(handedIn.Batch, out PendingBatch? batch):
                    HandIn(batch, handedIn);
                    break;
                case BatchCollected collected when _batches.TryGetValue(collected.Batch, out PendingBatch? batch):
                    _batches[collected.Batch] = batch with { BatchId = "" };
                    break;
            }
        }
    }

    private void Open(string request, PriceRange price)
    {
        if (_open.Remove(request, out PriceRange? before))
        {
            Lose(request, before);
        }

        _open[request] = price;
    }

    private void Lose(string request, PriceRange price)
    {
        _lost[request] = _lost.GetValueOrDefault(request) + 1;
        _paid += PerhapsPaid.Of(price);
    }

    private void Answer(SendingAnswered answered)
    {
        Close(answered.Sending.Request);
        _paid += answered.Cost;
        _answers[answered.Sending.Request] = answered;
        foreach (PictureFile picture in answered.Pictures)
        {
            _unwritten[picture.Path] = answered.Sending.Node;
        }
    }

    /// <summary>The run has its own copy, whatever becomes of the cache until it goes on.</summary>
    private void Reuse(SendingReused reused) =>
        _answers.TryAdd(
            reused.Sending.Request,
            new SendingAnswered(reused.Sending, reused.Pictures, reused.Usage, PriceRange.Zero)
            {
                ResponseId = reused.ResponseId,
                RevisedPrompt = reused.RevisedPrompt,
            }
        );

    private void Fail(SendingFailed failed)
    {
        Close(failed.Sending.Request);
        _paid += failed.Cost;
        if (failed.Kind == FailureKind.Moderated)
        {
            _refusals[failed.Sending.Request] = failed;
        }

        if (failed.MayHaveBeenPaid)
        {
            _lost[failed.Sending.Request] = _lost.GetValueOrDefault(failed.Sending.Request) + 1;
        }
    }

    private void HandIn(PendingBatch batch, BatchHandedIn handedIn)
    {
        _batches[batch.Number] = batch with { BatchId = handedIn.BatchId ?? "", Files = handedIn.Files };
        foreach (BatchSending sending in batch.Sendings)
        {
            if (handedIn.BatchId is null)
            {
                Close(sending.Sending.Request);
            }
            else
            {
                _batched.Add(sending.Sending.Request);
            }
        }
    }

    private void Close(string request)
    {
        _open.Remove(request);
        _batched.Remove(request);
    }
}
