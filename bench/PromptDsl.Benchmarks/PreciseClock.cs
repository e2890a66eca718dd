namespace PromptDsl.Benchmarks;

/// <summary>
/// A clock whose timers are late by a fraction of a millisecond. Those of .NET follow the tick of the system, which
/// makes 52 ms of 50 on Linux, and that is more than what is measured.
/// </summary>
internal sealed class PreciseClock : TimeProvider
{
    private readonly PriorityQueue<Timer, long> _timers = new();

    public PreciseClock() => new Thread(Run) { IsBackground = true, Name = nameof(PreciseClock) }.Start();

    /// <summary>Makes a timer that fires once.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, GetTimestamp() + (long)(dueTime.TotalSeconds * TimestampFrequency));
        lock (_timers)
        {
            _timers.Enqueue(timer, timer.Due);
            Monitor.Pulse(_timers);
        }

        return timer;
    }

    private void Run()
    {
        while (true)
        {
            TakeNext().Fire();
        }
    }

    private Timer TakeNext()
    {
        lock (_timers)
        {
            while (true)
            {
                if (!_timers.TryPeek(out _, out long due))
                {
                    Monitor.Wait(_timers);
                    continue;
                }

                double milliseconds = (due - GetTimestamp()) * 1000.0 / TimestampFrequency;
                if (milliseconds <= 0)
                {
                    return _timers.Dequeue();
                }

                // The system wakes nobody earlier than a millisecond from now.
                Monitor.Wait(_timers, (int)milliseconds);
            }
        }
    }

    private sealed class Timer(TimerCallback callback, object? state, long due) : ITimer
    {
        private volatile bool _isDisposed;

        public long Due => due;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Fire()
        {
            if (!_isDisposed)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            }
        }

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
