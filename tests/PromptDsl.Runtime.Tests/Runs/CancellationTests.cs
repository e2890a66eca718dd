using System.Collections.Immutable;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Runs;

public sealed class CancellationTests : IDisposable
{
    private readonly RunLab _lab = new() { Provider = new FakeProvider { IsPaid = true } };
    private readonly CancellationTokenSource _cancel = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Cancelled_at_any_moment_a_run_goes_on_and_pays_for_nothing_twice(int seed)
    {
        var random = new Random(seed);
        string text = Pipelines.Random(random);
        int moment = random.Next(2, 40);
        int happened = 0;
        _lab.Events.Then = _ =>
        {
            if (++happened == moment)
            {
                _cancel.Cancel();
            }
        };
        bool isDeaf = random.Next(2) == 0;
        _lab.Provider.Work = async cancellation =>
        {
            await Task.Yield();
            if (!isDeaf)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        };
        RunOptions options = _lab.Options with { Concurrency = random.Next(1, 5), AllowsUnknownPrice = true };

        RunResult first = await _lab.RunAsync([_lab.Source(text)], options, _cancel.Token);
        ImmutableArray<JournalRecord> left = _lab.Store.Read(first.RunId).Records;
        HashSet<string> answered = [.. left.OfType<SendingAnswered>().Select(r => r.Sending.Request)];
        int lost = left.OfType<SendingIntended>().Count() - answered.Count;
        if (isDeaf)
        {
            Assert.Equal(0, lost);
        }

        RunResult resumed = await _lab.RunAsync(text, options with { Resume = first.RunId });

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        ImmutableArray<JournalRecord> all = _lab.Store.Read(first.RunId).Records;
        List<string> sent = [.. all.Skip(left.Length).OfType<SendingIntended>().Select(r => r.Sending.Request)];
        Assert.Empty(sent.Intersect(answered));
        int requests = all.OfType<SendingIntended>().DistinctBy(r => r.Sending.Request).Count();
        Assert.Equal(requests + lost, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task A_picture_that_comes_although_the_run_is_cancelled_is_on_record()
    {
        _lab.Provider.Script = async (request, call) =>
        {
            await _cancel.CancelAsync();
            return await _lab.Provider.AnswerAsync(request, call);
        };

        RunResult cancelled = await _lab.RunAsync(
            [_lab.Source("subject \"a cabin\"")],
            _lab.Options with
            {
                AllowsUnknownPrice = true,
            },
            _cancel.Token
        );

        Assert.Equal(NodeStatus.Made, Assert.Single(cancelled.Nodes).Status);
        JournalRecord[] records = [.. _lab.Store.Read(cancelled.RunId).Records];
        Assert.Single(records.OfType<SendingAnswered>());
        Assert.Contains("poster/poster.png", _lab.Folder.Files("out"));
    }

    [Fact]
    public async Task A_picture_that_comes_although_the_run_is_cancelled_is_written_for_every_stage_that_asked_for_it()
    {
        _lab.Cache = _lab.NewCache();
        var shared = new TaskCompletionSource();
        _lab.Events.Then = e =>
        {
            if (e is NodeWaiting { Reason: WaitReason.SameRequest })
            {
                shared.TrySetResult();
            }
        };
        _lab.Provider.Script = async (request, call) =>
        {
            await shared.Task;
            await _cancel.CancelAsync();
            return await _lab.Provider.AnswerAsync(request, call);
        };
        ImmutableArray<RunSource> sources =
        [
            _lab.Source("subject \"a cabin\"", "a.imgp"),
            _lab.Source("subject \"a cabin\"", "b.imgp"),
        ];

        RunResult cancelled = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                AllowsUnknownPrice = true,
            },
            _cancel.Token
        );

        Assert.Single(_lab.Provider.Sent);
        Assert.Equal(
            ["a/a.png", "b/b.png"],
            _lab.Store.Read(cancelled.RunId).Pictures.Select(p => p.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_cancelled_just_before_it_is_sent_is_neither_sent_nor_paid()
    {
        var ledger = new List<RunMoney>();
        _lab.Events.Then = e =>
        {
            if (e is MoneyChanged changed)
            {
                ledger.Add(changed.Money);
                _cancel.Cancel();
            }
        };

        RunResult cancelled = await _lab.RunAsync(
            [_lab.Source("subject \"a cabin\"")],
            _lab.Options with
            {
                AllowsUnknownPrice = true,
            },
            _cancel.Token
        );

        Assert.NotEmpty(ledger);
        Assert.Equal(PriceRange.Zero, cancelled.Money.Spent);
        Assert.Empty(_lab.Provider.Sent);
        Assert.Empty(_lab.Store.Read(cancelled.RunId).Records.OfType<SendingIntended>());
    }

    public void Dispose()
    {
        _cancel.Dispose();
        _lab.Dispose();
    }
}
