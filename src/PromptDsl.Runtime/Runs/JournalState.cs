using System.Collections.Immutable;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>What a journal says about sendings: which have their pictures, and which may have been paid for nothing.</summary>
internal sealed class JournalState
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SendingKey, SendingAnswered> _answers = [];
    private readonly Dictionary<SendingKey, PriceRange> _open = [];
    private readonly Dictionary<SendingKey, int> _lost = [];
    private readonly Dictionary<SendingKey, int> _failures = [];
    private readonly HashSet<SendingKey> _batched = [];
    private readonly SortedDictionary<int, PendingBatch> _batches = [];
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

    /// <summary>The answer to a sending, or null.</summary>
    public SendingAnswered? Answer(SendingKey sending)
    {
        lock (_lock)
        {
            return _answers.GetValueOrDefault(sending);
        }
    }

    /// <summary>How often a sending may have been carried out without its pictures arriving.</summary>
    public int Lost(SendingKey sending)
    {
        lock (_lock)
        {
            return _lost.GetValueOrDefault(sending)
                + (_open.ContainsKey(sending) && !_batched.Contains(sending) ? 1 : 0);
        }
    }

    /// <summary>How often a sending has failed.</summary>
    public int Failures(SendingKey sending)
    {
        lock (_lock)
        {
            return _failures.GetValueOrDefault(sending);
        }
    }

    /// <summary>Whether a sending is in a batch that was not collected.</summary>
    public bool IsBatched(SendingKey sending)
    {
        lock (_lock)
        {
            return _batched.Contains(sending);
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
                case SendingIntended intended:
                    Open(intended.Sending, intended.Price);
                    break;
                case SendingAnswered answered:
                    Close(answered.Sending);
                    _paid += answered.Cost;
                    _answers[answered.Sending] = answered;
                    break;
                case SendingFailed failed:
                    Fail(failed);
                    break;
                case BatchIntended batch:
                    _batches[batch.Batch] = new PendingBatch(batch.Batch, "", batch.Sendings);
                    foreach (BatchSending sending in batch.Sendings)
                    {
                        Open(sending.Sending, sending.Price);
                    }

                    break;
                case BatchHandedIn handedIn:
                    HandIn(handedIn);
                    break;
                case BatchCollected collected:
                    _batches[collected.Batch] = _batches[collected.Batch] with { BatchId = "" };
                    break;
            }
        }
    }

    private void Open(SendingKey sending, PriceRange price)
    {
        if (_open.Remove(sending, out PriceRange? before))
        {
            Lose(sending, before);
        }

        _open[sending] = price;
    }

    private void Lose(SendingKey sending, PriceRange price)
    {
        _lost[sending] = _lost.GetValueOrDefault(sending) + 1;
        _paid += PerhapsPaid.Of(price);
    }

    private void Fail(SendingFailed failed)
    {
        Close(failed.Sending);
        _paid += failed.Cost;
        _failures[failed.Sending] = _failures.GetValueOrDefault(failed.Sending) + 1;
        if (failed.MayHaveBeenPaid)
        {
            _lost[failed.Sending] = _lost.GetValueOrDefault(failed.Sending) + 1;
        }
    }

    private void HandIn(BatchHandedIn handedIn)
    {
        PendingBatch batch = _batches[handedIn.Batch] with { BatchId = handedIn.BatchId ?? "" };
        _batches[handedIn.Batch] = batch;
        foreach (BatchSending sending in batch.Sendings)
        {
            if (handedIn.BatchId is null)
            {
                Close(sending.Sending);
            }
            else
            {
                _batched.Add(sending.Sending);
            }
        }
    }

    private void Close(SendingKey sending)
    {
        _open.Remove(sending);
        _batched.Remove(sending);
    }
}
