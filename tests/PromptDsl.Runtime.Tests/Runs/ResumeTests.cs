using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Runs;

/// <summary>
/// A kill is a copy of the folder at a moment of a run: what is on disk then is all that is left. The journal is
/// copied first, as pictures are on disk before their lines are.
/// </summary>
public sealed class ResumeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Killed_at_any_moment_a_run_goes_on_and_pays_for_nothing_twice(int seed)
    {
        var random = new Random(seed);
        string text = Pipelines.Random(random);
        using var first = new RunLab();
        using var second = new RunLab();
        string? runId = null;
        int moment = random.Next(1, 40);
        int happened = 0;
        first.Events.Then = e =>
        {
            if (e is RunStarted started)
            {
                runId = started.RunId;
            }

            if (++happened == moment)
            {
                Kill(first, second, runId!);
            }
        };
        RunOptions options = first.Options with { Concurrency = random.Next(1, 5) };
        first.Provider.Work = second.Provider.Work = async _ => await Task.Yield();

        RunResult whole = await first.RunAsync([first.Source(text)], options, TestContext.Current.CancellationToken);
        Assert.Equal(RunStatus.Succeeded, whole.Status);
        if (happened < moment)
        {
            Kill(first, second, runId!);
        }

        ImmutableArray<JournalRecord> left = second.Store.Read(runId!).Records;
        HashSet<string> answered = [.. left.OfType<SendingAnswered>().Select(r => r.Sending.Request)];
        HashSet<string> intended = [.. left.OfType<SendingIntended>().Select(r => r.Sending.Request)];

        RunResult resumed = await second.RunAsync(text, second.Options with { Resume = runId });

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        ImmutableArray<JournalRecord> all = second.Store.Read(runId!).Records;
        List<string> sent = [.. all.Skip(left.Length).OfType<SendingIntended>().Select(r => r.Sending.Request)];
        Assert.Empty(sent.Intersect(answered));
        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(sent.Count, second.Provider.Sent.Count);

        // Only what was under way at the kill can have been paid for twice, and that is recorded.
        Assert.All(sent.Intersect(intended), request => Assert.Equal(1, JournalState.Read(left).Lost(request)));
        Assert.Equal(whole.Nodes.Sum(n => n.Pictures.Length), resumed.Nodes.Sum(n => n.Pictures.Length));
    }

    [Fact]
    public async Task A_run_that_is_under_way_cannot_be_resumed_beside_itself()
    {
        using var lab = new RunLab();
        RunException? refused = null;
        lab.Provider.Script = async (_, _) =>
        {
            string id = Assert.Single(lab.Store.Ids);
            refused = await Assert.ThrowsAsync<RunException>(() =>
                lab.RunAsync("subject \"a cabin\"", lab.Options with { Resume = id })
            );
            return null;
        };

        RunResult result = await lab.RunAsync("subject \"a cabin\"");

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal($"run `{result.RunId}` is under way in another process", refused?.Message);
    }

    [Fact]
    public async Task A_variant_that_came_before_the_run_was_cancelled_is_written()
    {
        using var lab = new RunLab();
        using var cancellation = new CancellationTokenSource();
        lab.Provider.Script = async (_, call) =>
        {
            if (call == 2)
            {
                await cancellation.CancelAsync();
                cancellation.Token.ThrowIfCancellationRequested();
            }

            return null;
        };

        RunResult result = await lab.RunAsync(
            [lab.Source("subject \"a cabin\"\ntechnical { via: responses }\nstage a { variants: 2 }")],
            lab.Options with
            {
                Concurrency = 1,
            },
            cancellation.Token
        );

        Assert.Equal(RunStatus.Cancelled, result.Status);
        NodeResult node = Assert.Single(result.Nodes);
        Assert.Equal(NodeStatus.NotMade, node.Status);
        Assert.Equal(
            lab.Folder[Path.Combine("out", "poster", $"a-{node.Pictures[0].Variant}.png")],
            node.Pictures[0].Path
        );
        Assert.Single(lab.Folder.Files("out"), f => f.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_killed_before_its_first_line_is_no_run()
    {
        using var lab = new RunLab();
        Directory.CreateDirectory(lab.Folder["state/runs/20260101-000000-000-abcd"]);
        File.Create(lab.Folder["state/runs/20260101-000000-000-abcd/journal.jsonl"]).Dispose();

        Assert.Empty(lab.Store.Ids);
    }

    [Theory]
    [InlineData("20260101-000000-000-abcd", "there is no run `20260101-000000-000-abcd`")]
    [InlineData("../../etc", "`../../etc` is not the id of a run")]
    public async Task A_run_that_there_is_not_cannot_be_resumed(string id, string message)
    {
        using var lab = new RunLab();

        RunException missing = await Assert.ThrowsAsync<RunException>(() =>
            lab.RunAsync("subject \"a cabin\"", lab.Options with { Resume = id })
        );

        Assert.Equal(message, missing.Message);
    }

    [Fact]
    public async Task What_changed_since_is_sent_and_the_rest_is_not()
    {
        using var lab = new RunLab();
        RunResult first = await lab.RunAsync("subject \"a cabin\"\nstage a\nstage b { change: \"add mist\" }");

        RunResult resumed = await lab.RunAsync(
            "subject \"a cabin\"\nstage a\nstage b { change: \"add rain\" }",
            lab.Options with
            {
                Resume = first.RunId,
            }
        );

        Assert.Equal(["a", "b", "b"], lab.Provider.SentStages);
        Assert.Equal([NodeStatus.Reused, NodeStatus.Made], resumed.Nodes.Select(n => n.Status));
    }

    [Fact]
    public async Task A_picture_that_was_removed_from_the_records_is_asked_for_again()
    {
        using var lab = new RunLab();
        RunResult first = await lab.RunAsync("subject \"a cabin\"");
        Directory.Delete(Path.Combine(lab.Store.FolderOf(first.RunId), "pictures"), recursive: true);

        RunResult resumed = await lab.RunAsync("subject \"a cabin\"", lab.Options with { Resume = first.RunId });

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(2, lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task What_moderation_refused_is_not_sent_again_unless_the_prompt_is_another()
    {
        using var lab = new RunLab { Provider = new FakeProvider { IsPaid = true } };
        lab.Provider.Script = (_, _) =>
            Task.FromResult<ProviderOutcome?>(
                new ProviderFailure(FailureKind.Moderated, "No.")
                {
                    ModerationStage = "input",
                    ModerationCategories = ["violence"],
                }
            );
        RunOptions options = lab.Options with { AllowsUnknownPrice = true };
        RunResult first = await lab.RunAsync("subject \"a duel\"", options);
        lab.Provider.Script = null;

        RunResult again = await lab.RunAsync("subject \"a duel\"", options with { Resume = first.RunId });

        Assert.Single(lab.Provider.Sent);
        Assert.Equal(0, again.Forecast.Requests);
        (RunFailure before, RunFailure after) = (Assert.Single(first.Failures), Assert.Single(again.Failures));
        Assert.Equal((before.Message, before.Help, before.Kind), (after.Message, after.Help, after.Kind));
        Assert.Equal(before.Places.Select(p => p.Place.Text), after.Places.Select(p => p.Place.Text));

        RunResult changed = await lab.RunAsync("subject \"a dance\"", options with { Resume = first.RunId });

        Assert.Equal(RunStatus.Succeeded, changed.Status);
        Assert.Equal(2, lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task A_past_run_says_what_it_cost_and_made()
    {
        using var lab = new RunLab();
        lab.Provider.Script = (request, _) =>
            Task.FromResult<ProviderOutcome?>(
                request.Stage.Name == "b" ? new ProviderFailure(FailureKind.Moderated, "No.") : null
            );
        RunResult result = await lab.RunAsync("subject \"a cabin\"\nstage a\nstage b { change: \"add mist\" }");

        RunSummary past = lab.Store.Read(Assert.Single(lab.Store.Ids));

        Assert.Equal(result.RunId, past.RunId);
        Assert.Equal(RunStatus.Failed, past.Status);
        Assert.Equal("poster/a.png", Assert.Single(past.Pictures).Path);
        Assert.Equal("*\n", File.ReadAllText(lab.Folder["state/.gitignore"]));
    }

    private static void Kill(RunLab running, RunLab left, string runId)
    {
        string journal = Path.Combine("state", "runs", runId, "journal.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(left.Folder[journal])!);
        using (var from = new FileStream(running.Folder[journal], FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        using (FileStream to = File.Create(left.Folder[journal]))
        {
            from.CopyTo(to);
        }

        running.Folder.Copy(Path.Combine("state", "runs", runId, "pictures"), left.Folder);
    }
}
