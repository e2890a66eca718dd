using System.Globalization;

namespace PromptDsl.Emulator.Tests.Infrastructure;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class FixedClock(string day) : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddTicks(_ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
