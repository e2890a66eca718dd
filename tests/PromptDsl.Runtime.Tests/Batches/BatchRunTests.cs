using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Batches;

public sealed class BatchRunTests : IDisposable
{
    private const string Pipeline = """
        subject "a cabin"
        stage a
        stage b { from: none, subject "a boat" }
        stage c { from: a, change: "add mist" }
        """;

    private readonly RunLab _lab = new();
    private readonly FakeBatches _batches;

    public BatchRunTests()
    {
        _batches = new FakeBatches(_lab.Provider);
    }

    private RunOptions Options => _lab.Options with { Batch = true };

    [Fact]
    public async Task Each_wave_of_stages_is_a_batch_and_the_run_can_wait_for_all()
    {
        _batches.EndsAfter = 3;

        RunResult result = await RunAsync(Options with { Wait = true });

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.All(result.Nodes, n => Assert.Equal(NodeStatus.Made, n.Status));
        Assert.Equal(
            ["a b", "c"],
            _batches.Batches.Select(b => string.Join(' ', b.Select(r => r.Request.Stage.Name).Order()))
        );
        Assert.Equal(result.Nodes[0].Pictures[0].Sha256, _batches.Batches[1][0].Request.Inputs[0].Sha256);
        Assert.Equal(4, _lab.Time.Waits.Count(w => w == Options.PollInterval));
        Assert.Equal(["poster/a.png", "poster/b.png", "poster/c.png"], Pictures());
    }

    [Fact]
    public async Task A_run_that_does_not_wait_is_fetched_wave_by_wave()
    {
        _batches.EndsAfter = 2;

        RunResult first = await RunAsync(Options);
        Assert.Equal(RunStatus.Pending, first.Status);
        Assert.Equal([NodeStatus.Pending, NodeStatus.Pending, NodeStatus.Pending], first.Nodes.Select(n => n.Status));
        Assert.Equal(["batch-1"], _lab.Store.Read(first.RunId).PendingBatches.Select(b => b.BatchId));

        RunResult second = await FetchAsync(first.RunId);
        Assert.Equal(RunStatus.Pending, second.Status);
        Assert.Equal([NodeStatus.Made, NodeStatus.Made, NodeStatus.Pending], second.Nodes.Select(n => n.Status));
        Assert.Equal(["poster/a.png", "poster/b.png"], Pictures());

        RunResult third = await FetchAsync(first.RunId);
        Assert.Equal(RunStatus.Succeeded, third.Status);
        Assert.Equal([NodeStatus.Reused, NodeStatus.Reused, NodeStatus.Made], third.Nodes.Select(n => n.Status));
        Assert.Equal(2, _batches.Batches.Count);
        Assert.Empty(_lab.Store.Read(first.RunId).PendingBatches.Select(b => b.BatchId));
    }

    [Fact]
    public async Task What_a_batch_does_not_answer_or_fails_is_handed_in_again_where_that_helps()
    {
        _batches.Unanswered.Add("a");
        _batches.Script = request =>
            request.Request.Stage.Name == "b" ? new ProviderFailure(FailureKind.Moderated, "No.") : null;
        _lab.Events.Then = e =>
        {
            if (e is BatchSubmitted { BatchId: "batch-2" })
            {
                _batches.Unanswered.Clear();
            }
        };

        RunResult result = await RunAsync(Options with { Wait = true });

        Assert.Equal([NodeStatus.Made, NodeStatus.Failed, NodeStatus.Made], result.Nodes.Select(n => n.Status));
        Assert.Equal(RunFailureKind.Moderation, Assert.Single(result.Failures).Kind);
        Assert.Equal([2, 1, 1], _batches.Batches.Select(b => b.Count));
        SendingFailed lost = Assert.Single(
            _lab.Store.Read(result.RunId).Records.OfType<SendingFailed>(),
            f => f.Sending.Node.Stage == "a"
        );
        Assert.Equal((FailureKind.OutcomeUnknown, true), (lost.Kind, lost.MayHaveBeenPaid));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_not_waited_for_and_is_perhaps_paid()
    {
        _batches.Unanswered.Add("a");
        _batches.Unreadable = batch =>
            batch == "batch-1"
                ? new ProviderFailure(FailureKind.MalformedAnswer, "A line is no JSON.") { MayHaveBeenPaid = true }
                : null;
        _lab.Events.Then = e =>
        {
            if (e is BatchSubmitted { BatchId: "batch-2" })
            {
                _batches.Unanswered.Clear();
            }
        };

        RunResult result = await RunAsync(Options with { Wait = true });

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal([2, 1, 1], _batches.Batches.Select(b => b.Count));
        SendingFailed lost = Assert.Single(_lab.Store.Read(result.RunId).Records.OfType<SendingFailed>());
        Assert.Equal((FailureKind.MalformedAnswer, true), (lost.Kind, lost.MayHaveBeenPaid));
    }

    [Fact]
    public async Task What_a_batch_that_expires_had_not_done_is_handed_in_once_more_and_that_is_told()
    {
        _batches.Unanswered.Add("a");
        _batches.EndState = "expired";

        RunResult result = await RunAsync(Options with { Wait = true, Until = "a" });

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal(2, _batches.Batches.Count);
        NodeRetrying again = Assert.Single(_lab.Events.Of<NodeRetrying>());
        Assert.Equal(
            ("a", 1, TimeSpan.Zero, "the batch ended (expired) without an answer to it."),
            (again.Node.Stage, again.Attempt, again.Delay, again.Message)
        );
        Assert.Equal(PriceRange.Zero, result.Money.Spent);
    }

    [Fact]
    public async Task Handing_in_is_tried_again_where_that_helps_and_quota_stops_the_run()
    {
        _batches.Submissions.Enqueue(new ProviderFailure(FailureKind.ServerError, "Oops."));

        RunResult result = await RunAsync(Options with { Wait = true });
        Assert.Equal(RunStatus.Succeeded, result.Status);

        _batches.Submissions.Enqueue(new ProviderFailure(FailureKind.QuotaExhausted, "No money."));
        RunResult stopped = await RunAsync(Options with { Wait = true });
        Assert.Equal(RunStatus.QuotaExhausted, stopped.Status);
        Assert.Equal(Money.Zero, stopped.Money.InFlight);
    }

    [Fact]
    public async Task A_batch_of_which_nobody_knows_whether_it_was_handed_in_is_repeated_once()
    {
        var lost = new ProviderFailure(FailureKind.OutcomeUnknown, "Cut.") { MayHaveBeenPaid = true };
        _batches.Submissions.Enqueue(lost);
        _batches.Submissions.Enqueue(lost);
        _batches.Submissions.Enqueue(lost);

        RunResult result = await RunAsync(Options with { Wait = true, Until = "a" });

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Single(_batches.Submissions);
        Assert.Equal(2, _lab.Store.Read(result.RunId).Records.OfType<BatchIntended>().Count());
    }

    [Fact]
    public async Task What_a_batch_brought_is_written_when_there_is_no_money_for_the_rest()
    {
        _batches.Script = request =>
            request.Request.Stage.Name == "b" ? new ProviderFailure(FailureKind.QuotaExhausted, "No money.") : null;

        RunResult result = await RunAsync(Options with { Wait = true });

        Assert.Equal(RunStatus.QuotaExhausted, result.Status);
        Assert.Equal([NodeStatus.Made, NodeStatus.NotMade, NodeStatus.NotMade], result.Nodes.Select(n => n.Status));
        Assert.Equal(["poster/a.png"], Pictures());
        Assert.Equal(["poster/a.png"], _lab.Store.Read(result.RunId).Pictures.Select(p => p.Path));
    }

    [Fact]
    public async Task What_a_batch_brought_is_written_when_the_run_is_cancelled_meanwhile()
    {
        using var cancellation = new CancellationTokenSource();
        string? first = null;
        _batches.Script = request =>
        {
            first ??= request.Request.Stage.Name;
            if (request.Request.Stage.Name != first)
            {
                cancellation.Cancel();
            }

            return null;
        };

        RunResult result = await RunAsync(Options with { Wait = true }, cancellation.Token);

        Assert.Equal((RunStatus.Cancelled, "batch-1"), (result.Status, Assert.Single(result.PendingBatches)));
        Assert.Equal([$"poster/{first}.png"], Pictures());
        Assert.Equal(["batch-1"], _lab.Store.Read(result.RunId).PendingBatches.Select(b => b.BatchId));
        RunResult fetched = await FetchAsync(result.RunId);
        Assert.Equal(RunStatus.Succeeded, fetched.Status);
        Assert.Equal(["batch-1: file-1", "batch-2: file-2"], _batches.Deleted);
    }

    [Fact]
    public async Task What_a_batch_brought_is_written_when_the_rest_of_it_breaks_off()
    {
        string? first = null;
        _batches.Script = request =>
        {
            first ??= request.Request.Stage.Name;
            return request.Request.Stage.Name == first
                ? null
                : throw new ProviderException(new ProviderFailure(FailureKind.ConnectionFailed, "Cut."));
        };

        RunResult result = await RunAsync(Options);

        Assert.Equal(RunStatus.Pending, result.Status);
        Assert.Equal([$"poster/{first}.png"], Pictures());
        Assert.Empty(_batches.Deleted);
        Assert.Contains("Cut.", _lab.Events.Of<BatchPolled>().Select(e => e.Problem));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_asked_about_now_says_why_and_waits()
    {
        _batches.Silence = _ => new ProviderFailure(FailureKind.ConnectionFailed, "No connection.");

        RunResult result = await RunAsync(Options);

        Assert.Equal(RunStatus.Pending, result.Status);
        Assert.Equal(["No connection."], _lab.Events.Of<BatchPolled>().Select(e => e.Problem));
    }

    [Fact]
    public async Task What_a_batch_brought_is_written_before_another_one_ends_the_run()
    {
        _batches.Silence = id => id == "batch-1" ? new ProviderFailure(FailureKind.Unauthorized, "Who?") : null;

        RunException hopeless = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(
                Options with
                {
                    Wait = true,
                },
                text: """
                subject "a cabin"
                stage a { technical { model: "gpt-image-2" } }
                stage b {
                  from: none
                  technical { model: "gpt-image-1.5" }
                }
                """
            )
        );

        Assert.Equal("batch `batch-1` cannot be asked about: Who?", hopeless.Message);
        Assert.Equal(RunStatus.Pending, _lab.Store.Read(Assert.Single(_lab.Store.Ids)).Status);
        Assert.Equal([$"poster/{_batches.Batches[1][0].Request.Stage.Name}.png"], Pictures());
    }

    [Fact]
    public async Task A_picture_that_fails_its_expectations_keeps_no_other_from_being_written()
    {
        RunResult result = await RunAsync(
            Options with
            {
                Wait = true,
            },
            text: Pipeline.Replace("stage a", "stage a { expect { size: 64x64 } }", StringComparison.Ordinal)
        );

        Assert.Equal([NodeStatus.Rejected, NodeStatus.Made, NodeStatus.Skipped], result.Nodes.Select(n => n.Status));
        Assert.Equal(["poster/a.png", "poster/b.png"], Pictures());
    }

    [Fact]
    public async Task The_files_of_a_batch_are_deleted_once_it_is_collected()
    {
        _batches.EndsAfter = 2;
        RunResult first = await RunAsync(Options);
        Assert.Empty(_batches.Deleted);

        await FetchAsync(first.RunId);

        Assert.Equal(["batch-1: file-1"], _batches.Deleted);
    }

    [Fact]
    public async Task Files_that_cannot_be_deleted_fail_nothing()
    {
        _batches.Undeletable = new ProviderFailure(FailureKind.Unauthorized, "This key may not delete.");

        RunResult result = await RunAsync(Options with { Wait = true });

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(["batch-1: file-1", "batch-2: file-2"], _batches.Deleted);
    }

    [Fact]
    public async Task What_cannot_go_into_a_batch_says_why()
    {
        _batches.Refusal = request => request.Stage.Name == "c" ? "It has input pictures." : null;

        RunResult result = await RunAsync(Options with { Wait = true });

        RunFailure failure = Assert.Single(result.Failures);
        Assert.Equal(RunFailureKind.Batch, failure.Kind);
        Assert.Equal("the request cannot go into a batch: It has input pictures", failure.Message);
    }

    [Fact]
    public async Task Without_a_provider_for_batches_nothing_begins()
    {
        RunException refused = await Assert.ThrowsAsync<RunException>(() => _lab.RunAsync(Pipeline, Options));

        Assert.Equal("the provider `fake` takes no batches", refused.Message);
    }

    public void Dispose() => _lab.Dispose();

    private IEnumerable<string> Pictures() =>
        _lab.Folder.Files("out").Where(f => f.EndsWith("png", StringComparison.Ordinal));

    private Task<RunResult> RunAsync(
        RunOptions options,
        CancellationToken? cancellationToken = null,
        string text = Pipeline
    ) =>
        new PromptRunner(_batches, _lab.Cache, time: _lab.Time, random: new Random(1)).RunAsync(
            [_lab.Source(text)],
            options,
            _lab.Events,
            cancellationToken ?? TestContext.Current.CancellationToken
        );

    private Task<RunResult> FetchAsync(string runId) =>
        new PromptRunner(_batches, _lab.Cache, time: _lab.Time, random: new Random(2)).FetchAsync(
            [_lab.Source(Pipeline)],
            runId,
            _lab.Options,
            _lab.Events,
            TestContext.Current.CancellationToken
        );
}
