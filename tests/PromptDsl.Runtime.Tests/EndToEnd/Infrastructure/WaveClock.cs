namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>A clock in which waits end when so many wait at the same time, and never before.</summary>
internal sealed class WaveClock(int size) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Action> _waiting = [];

    /// <summary>How often that many were waiting.</summary>
    public int Waves { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Action[] wave = [];
        lock (_lock)
        {
            _waiting.Add(() => callback(state));
            if (_waiting.Count == size)
            {
                wave = [.. _waiting];
                _waiting.Clear();
                Waves++;
            }
        }

        foreach (Action end in wave)
        {
            ThreadPool.QueueUserWorkItem(_ => end());
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
