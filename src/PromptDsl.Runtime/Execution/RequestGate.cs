using System.Collections.Concurrent;
using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>Lets requests through: so many at once, and each model as often as its limits allow.</summary>
/// <remarks>
/// Of each model one request at a time looks at the limits, the others queue behind it: nobody overtakes, and nobody
/// wakes up in vain. A place among the concurrent ones is not kept while waiting for limits.
/// </remarks>
internal sealed class RequestGate(int concurrency, ImmutableDictionary<string, RateLimits> limits, TimeProvider time)
    : IDisposable
{
    private readonly SemaphoreSlim _places = new(concurrency, concurrency);
    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Waits until a request may be sent; disposing of the place lets the next one through.</summary>
    /// <param name="node">What is sent.</param>
    /// <param name="onWait">Told how long, each time it waits for limits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> EnterAsync(
        RunNode node,
        Action<TimeSpan> onWait,
        CancellationToken cancellationToken
    )
    {
        Line line = LineOf(node.Request.Model);
        await line.First.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                await _places.WaitAsync(cancellationToken);
                var place = new Place(_places);
                if (cancellationToken.IsCancellationRequested)
                {
                    // A place can come free at the moment in which everything is stopped.
                    place.Dispose();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                TimeSpan wait = line.Rate.TryTake(node.Request.Count, node.Tokens, time.GetUtcNow());
                if (wait == TimeSpan.Zero)
                {
                    return place;
                }

                place.Dispose();
                onWait(wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            line.First.Release();
        }
    }

    /// <summary>Learns from an outcome.</summary>
    public void Learn(string model, RateLimits learned) => LineOf(model).Rate.Learn(learned, time.GetUtcNow());

    /// <summary>Sends nothing to a model for a while.</summary>
    public void Hold(string model, TimeSpan delay) => LineOf(model).Rate.Hold(time.GetUtcNow() + delay);

    public void Dispose()
    {
        _places.Dispose();
        foreach (Line line in _lines.Values)
        {
            line.First.Dispose();
        }
    }

    private Line LineOf(string model) =>
        _lines.GetOrAdd(
            model,
            name =>
            {
                var line = new Line();
                if (limits.TryGetValue(name, out RateLimits? known))
                {
                    line.Rate.Learn(known, time.GetUtcNow());
                }

                return line;
            }
        );

    private sealed class Line
    {
        public SemaphoreSlim First { get; } = new(1, 1);

        public ModelRate Rate { get; } = new();
    }

    /// <summary>A place among the concurrent ones; it is given back once, whoever is the first to do it.</summary>
    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int _isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            {
                places.Release();
            }
        }
    }
}
