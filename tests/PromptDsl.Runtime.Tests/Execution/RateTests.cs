using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class RateTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly RunLab _lab = new();

    [Fact]
    public void Requests_images_and_tokens_each_have_their_limit()
    {
        var rate = new ModelRate();
        rate.Learn(
            new RateLimits
            {
                LimitRequests = 60,
                LimitImages = 5,
                LimitTokens = 6000,
            },
            Start
        );

        Assert.Equal(TimeSpan.Zero, rate.TryTake(4, 1000, Start));
        Assert.Equal(12, rate.TryTake(2, 1000, Start).TotalSeconds, 0.001);
        Assert.Equal(10, rate.TryTake(1, 6000, Start).TotalSeconds, 0.001);
        Assert.Equal(TimeSpan.Zero, rate.TryTake(2, 1000, Start + TimeSpan.FromSeconds(12.01)));
    }

    [Fact]
    public void A_request_larger_than_the_limit_goes_when_all_of_it_is_there()
    {
        var rate = new ModelRate();
        rate.Learn(new RateLimits { LimitImages = 5 }, Start);

        Assert.Equal(TimeSpan.Zero, rate.TryTake(10, 0, Start));
        Assert.Equal(60, rate.TryTake(10, 0, Start).TotalSeconds, 0.001);
    }

    [Fact]
    public void What_a_response_says_is_left_counts_and_so_does_when_it_is_back()
    {
        var rate = new ModelRate();
        rate.Learn(
            new RateLimits
            {
                LimitRequests = 60,
                RemainingRequests = 0,
                ResetRequests = TimeSpan.FromSeconds(7),
            },
            Start
        );

        Assert.Equal(7, rate.TryTake(1, 0, Start).TotalSeconds, 0.001);
        Assert.Equal(TimeSpan.Zero, rate.TryTake(1, 0, Start + TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void Waiting_as_long_as_was_said_is_enough()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            var rate = new ModelRate();
            rate.Learn(
                new RateLimits { LimitTokens = random.Next(1, 100_000), LimitImages = random.Next(1, 50) },
                Start
            );
            DateTimeOffset now = Start;
            for (int n = 0; n < 5; n++)
            {
                int images = random.Next(1, 10);
                int tokens = random.Next(1, 50_000);
                TimeSpan wait = rate.TryTake(images, tokens, now);
                if (wait > TimeSpan.Zero)
                {
                    now += wait;
                    Assert.Equal(TimeSpan.Zero, rate.TryTake(images, tokens, now));
                }
            }
        }
    }

    [Fact]
    public async Task A_run_keeps_the_limits_that_headers_told_it()
    {
        _lab.Provider.Script = async (request, call) =>
            await _lab.Provider.AnswerAsync(request, call) with
            {
                Limits = new RateLimits { LimitImages = 2, RemainingImages = 1 },
            };
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable.Range(0, 8).Select(i => _lab.Source($"subject \"cabin {i}\"", $"{i}.imgp")),
        ];
        DateTimeOffset begin = _lab.Time.GetUtcNow();

        RunResult result = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Concurrency = 1,
            },
            TestContext.Current.CancellationToken
        );

        // One at once, one that was left, and one every half minute.
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.InRange((_lab.Time.GetUtcNow() - begin).TotalSeconds, 6 * 30, 6 * 30 + 1);
        Assert.All(_lab.Events.Of<NodeWaiting>(), w => Assert.Equal(WaitReason.RateLimit, w.Reason));
    }

    [Fact]
    public async Task No_more_than_the_concurrency_is_under_way()
    {
        const int Concurrency = 5;
        int entered = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lab.Provider.Work = async token =>
        {
            if (Interlocked.Increment(ref entered) == Concurrency)
            {
                full.SetResult();
            }

            await full.Task.WaitAsync(token);
        };
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable.Range(0, 40).Select(i => _lab.Source($"subject \"cabin {i}\"", $"{i}.imgp")),
        ];

        RunResult result = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Concurrency = Concurrency,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(Concurrency, _lab.Provider.MostAtOnce);
    }

    public void Dispose() => _lab.Dispose();
}
