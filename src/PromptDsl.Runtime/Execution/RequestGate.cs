using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>Lets requests through: so many at once, and each model as often as its limits allow.</summary>
/// <remarks>
/// Requests go in the order in which they came, and nobody overtakes another one of the same model. A place among the
/// concurrent ones is not kept while waiting for limits. Whoever gives a place back lets the next one through itself, so
/// that a wave of places that come free at once is not handed on one by one.
/// </remarks>
internal sealed class RequestGate(int concurrency, ImmutableDictionary<string, RateLimits> limits, TimeProvider time)
    : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private int _free = concurrency;
    private long _came;

    /// <summary>Waits until a request may be sent; disposing of the place lets the next one through.</summary>
    /// <param name="node">What is sent.</param>
    /// <param name="onWait">Told how long, each time it is the first of its model and waits for limits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> EnterAsync(
        RunNode node,
        Action<TimeSpan> onWait,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiting waiting;
        lock (_lock)
        {
            waiting = new Waiting(node, onWait, _came++);
            LineOf(node.Request.Model).Queue.Enqueue(waiting);
        }

        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(_ => Leave(waiting), null);
        LetThrough();
        IDisposable place = await waiting.Place.Task;
        if (cancellationToken.IsCancellationRequested)
        {
            // A place can come free at the moment in which everything is stopped.
            place.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return place;
    }

    /// <summary>Learns from an outcome.</summary>
    public void Learn(string model, RateLimits learned) => RateOf(model).Learn(learned, time.GetUtcNow());

    /// <summary>Sends nothing to a model for a while.</summary>
    public void Hold(string model, TimeSpan delay) => RateOf(model).Hold(time.GetUtcNow() + delay);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private void LetThrough()
    {
        List<(Line Line, Waiting First, TimeSpan Wait)> held = [];
        lock (_lock)
        {
            while (_free > 0 && NextLine() is { } line)
            {
                Waiting first = line.Queue.Peek();
                TimeSpan wait = line.Rate.TryTake(first.Node.Request.Count, first.Node.Tokens, time.GetUtcNow());
                if (wait > TimeSpan.Zero)
                {
                    line.IsHeld = true;
                    held.Add((line, first, wait));
                    continue;
                }

                line.Queue.Dequeue();
                _free--;
                first.Place.SetResult(new Place(this));
            }
        }

        foreach ((Line line, Waiting first, TimeSpan wait) in held)
        {
            first.OnWait(wait);
            _ = GoOnAfterAsync(line, wait, _closing.Token);
        }
    }

    /// <summary>The line whose first came before those of the others, of those that do not wait for limits.</summary>
    private Line? NextLine()
    {
        Line? next = null;
        foreach (Line line in _lines.Values.Where(l => !l.IsHeld))
        {
            while (line.Queue.TryPeek(out Waiting? first) && first.Place.Task.IsCompleted)
            {
                line.Queue.Dequeue();
            }

            if (line.Queue.TryPeek(out Waiting? candidate) && candidate.Number < (next?.Queue.Peek().Number ?? _came))
            {
                next = line;
            }
        }

        return next;
    }

    private async Task GoOnAfterAsync(Line line, TimeSpan wait, CancellationToken closing)
    {
        try
        {
            await Task.Delay(wait, time, closing);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_lock)
        {
            line.IsHeld = false;
        }

        LetThrough();
    }

    private void Leave(Waiting waiting)
    {
        lock (_lock)
        {
            waiting.Place.TrySetCanceled();
        }
    }

    private void GiveBack()
    {
        lock (_lock)
        {
            _free++;
        }

        LetThrough();
    }

    private ModelRate RateOf(string model)
    {
        lock (_lock)
        {
            return LineOf(model).Rate;
        }
    }

    private Line LineOf(string model)
    {
        if (!_lines.TryGetValue(model, out Line? line))
        {
            _lines.Add(model, line = new Line());
            if (limits.TryGetValue(model, out RateLimits? known))
            {
                line.Rate.Learn(known, time.GetUtcNow());
            }
        }

        return line;
    }

    /// <summary>The requests for one model.</summary>
    private sealed class Line
    {
        public Queue<Waiting> Queue { get; } = new();

        public ModelRate Rate { get; } = new();

        /// <summary>Whether its first waits for limits.</summary>
        public bool IsHeld { get; set; }
    }

    private sealed record Waiting(RunNode Node, Action<TimeSpan> OnWait, long Number)
    {
        public TaskCompletionSource<IDisposable> Place { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A place among the concurrent ones; it is given back once, whoever is the first to do it.</summary>
    private sealed class Place(RequestGate gate) : IDisposable
    {
        private int _isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            {
                gate.GiveBack();
            }
        }
    }
}
