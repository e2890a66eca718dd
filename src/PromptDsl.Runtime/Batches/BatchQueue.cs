using System.Collections.Concurrent;
using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Batches;

/// <summary>Collects the sendings that can be made at once: a wave of the stages, to be handed in together.</summary>
internal sealed class BatchQueue(RunContext run) : ISender
{
    private readonly IBatchProvider _provider = (IBatchProvider)run.Provider;
    private readonly ConcurrentDictionary<string, QueuedSending> _queue = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<ProviderFailure>> _failures = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, bool> _brought = new(StringComparer.Ordinal);

    public bool HasBrought(string request) => _brought.ContainsKey(request);

    public Task<SendingOutcome> SendAsync(Sending sending) => Task.FromResult(Queue(sending));

    /// <summary>Takes everything out, in the order of the keys, so that the same wave is handed in alike.</summary>
    public ImmutableArray<QueuedSending> TakeAll()
    {
        ImmutableArray<QueuedSending> all =
        [
            .. _queue.Values.OrderBy(q => q.Sending.Key.Request, StringComparer.Ordinal),
        ];
        _queue.Clear();
        return all;
    }

    /// <summary>The pictures of a request are in the record of the run.</summary>
    public void Bring(string request) => _brought[request] = true;

    /// <summary>A request failed; when its turn comes again it is decided whether it is handed in again.</summary>
    public void Fail(string request, ProviderFailure failure) =>
        _failures.AddOrUpdate(request, _ => [failure], (_, before) => before.Add(failure));

    private SendingOutcome Queue(Sending sending)
    {
        string request = sending.Key.Request;
        if (run.Journal.State.IsBatched(request) || _queue.ContainsKey(request))
        {
            return SendingOutcome.Batched;
        }

        ImmutableList<ProviderFailure> failures = _failures.GetValueOrDefault(request, []);
        if (failures.Count > 0 && DelayAfter(failures) is null)
        {
            return Failures.Of(sending, failures[^1], failures.Count);
        }

        if (Failures.Lost(run, sending, failures.Count) is { } lost)
        {
            return lost;
        }

        if (_provider.Refuses(sending.ToRequest(run.Records.Folder)) is { } reason)
        {
            return Failures.NotForBatch(sending, reason);
        }

        if (run.Ledger.TryReserve(sending.Node.Price) is not { } reservation)
        {
            return Failures.OverBudget(run, sending);
        }

        _queue[request] = new QueuedSending(sending, reservation);
        if (failures is [.., var last])
        {
            run.Events.Report(
                new NodeRetrying(
                    sending.Node.Key,
                    sending.Ordinal,
                    failures.Count,
                    TimeSpan.Zero,
                    last.Kind,
                    last.Message
                )
            );
        }

        return SendingOutcome.Batched;
    }

    private TimeSpan? DelayAfter(ImmutableList<ProviderFailure> failures) =>
        run.Options.Retry.DelayAfter(failures[^1], failures.Count(f => f.Kind == failures[^1].Kind), run.NextJitter());
}
