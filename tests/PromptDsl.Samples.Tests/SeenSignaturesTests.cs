using ChatBot;
using Xunit;

namespace PromptDsl.Samples.Tests;

public sealed class SeenSignaturesTests
{
    [Fact]
    public void A_signature_is_remembered_as_long_as_it_is_any_good()
    {
        var clock = new Clock();
        var seen = new SeenSignatures(clock);
        Assert.True(seen.TryAdd("v0=1"));
        clock.Now += TimeSpan.FromMinutes(10);
        Assert.False(seen.TryAdd("v0=1"));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(seen.TryAdd("v0=1"));
    }

    [Fact]
    public void What_cannot_be_remembered_is_refused()
    {
        var clock = new Clock();
        var seen = new SeenSignatures(clock, most: 2);
        Assert.True(seen.TryAdd("v0=1"));
        Assert.True(seen.TryAdd("v0=2"));
        Assert.False(seen.TryAdd("v0=3"));
        clock.Now += TimeSpan.FromMinutes(11);
        Assert.True(seen.TryAdd("v0=3"));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
