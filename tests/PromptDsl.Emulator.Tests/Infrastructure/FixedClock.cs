using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Xunit;

namespace PromptDsl.Emulator.Tests.Infrastructure;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class FixedClock(string day) : TimeProvider
{
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private long _ticks;

    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddTicks(_ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Waits until somebody waits.</summary>
    /// <returns>How long it is to be waited.</returns>
    public Task<TimeSpan> WaitAsync(CancellationToken cancellationToken) =>
        _delays.Reader.ReadAsync(cancellationToken).AsTask();

    /// <summary>Waits until somebody waits, and lets that time pass.</summary>
    /// <returns>How long it was to be waited.</returns>
    public async Task<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        TimeSpan delay = await WaitAsync(cancellationToken);
        Advance(delay);
        Assert.True(_waiting.TryDequeue(out Waiting? waiting));
        waiting.Fire();
        return delay;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(callback, state);
        _waiting.Enqueue(waiting);
        Assert.True(_delays.Writer.TryWrite(dueTime));
        return waiting;
    }

    private sealed class Waiting(TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
