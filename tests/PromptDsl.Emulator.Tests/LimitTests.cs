using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task Requests_beyond_the_limit_wait_for_it_to_refill()
    {
        var clock = new FixedClock("2026-11-21");
        await using EmulatorServer server = await StartAsync(new RateLimitOptions { Requests = 2 }, clock);
        using var client = new Client(server);
        Reply first = await client.GenerateAsync(new { prompt = "a" });
        Assert.Equal("2", Header(first, "x-ratelimit-limit-requests"));
        Assert.Equal("1", Header(first, "x-ratelimit-remaining-requests"));
        Assert.Equal("30s", Header(first, "x-ratelimit-reset-requests"));
        Assert.Equal(200, (await client.GenerateAsync(new { prompt = "a" })).Status);

        Reply refused = await client.GenerateAsync(new { prompt = "a" });
        Assert.Equal((429, "rate_limit_exceeded"), (refused.Status, refused.Code));
        Assert.Equal("30", Header(refused, "Retry-After"));
        Assert.Equal("30000", Header(refused, "retry-after-ms"));
        Assert.Equal("1m0s", Header(refused, "x-ratelimit-reset-requests"));
        Assert.Equal(2, server.Paid.Pictures);

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await client.GenerateAsync(new { prompt = "a" })).Status);
        Assert.Equal(429, (await client.GenerateAsync(new { prompt = "a" })).Status);
    }

    [Fact]
    public async Task Pictures_and_tokens_are_limited_too()
    {
        foreach (
            RateLimitOptions limits in new[]
            {
                new RateLimitOptions { Images = 3 },
                new RateLimitOptions { Tokens = 6000 },
            }
        )
        {
            await using EmulatorServer server = await StartAsync(limits, new FixedClock("2026-11-21"));
            using var client = new Client(server);
            Assert.Equal(200, (await client.GenerateAsync(new { prompt = "a", n = 3 })).Status);
            Reply refused = await client.GenerateAsync(new { prompt = "a" });
            Assert.Equal((429, "rate_limit_exceeded"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task Without_limits_no_header_speaks_of_them()
    {
        await using EmulatorServer server = await StartAsync(null, TimeProvider.System);
        using var client = new Client(server);
        Reply reply = await client.GenerateAsync(new { prompt = "a" });
        Assert.DoesNotContain(reply.Headers, h => h.Key.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Many_requests_at_once_are_counted_right()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Latency = TimeSpan.FromMilliseconds(20) },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        Reply[] replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => client.GenerateAsync(new { prompt = $"{i}" }))
        );
        Assert.All(replies, r => Assert.Equal(200, r.Status));
        Assert.Equal(200, replies.Select(r => Convert.ToHexString(r.Picture())).Distinct().Count());
        Assert.Equal(200, server.Paid.Pictures);
        Assert.Equal(200, server.Counters.Requests["images/generations"]);
        Assert.InRange(server.Counters.MostAtOnce, 2, 200);
        Assert.Equal(Enumerable.Range(1, 200), server.Requests.Select(r => r.Number));
    }

    private static string Header(Reply reply, string name) => Assert.Single(reply.Headers.GetValues(name));

    private static Task<EmulatorServer> StartAsync(RateLimitOptions? limits, TimeProvider clock) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions { Limits = limits, Clock = clock },
            TestContext.Current.CancellationToken
        );
}
