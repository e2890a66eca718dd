using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class PromptRunnerTests : IDisposable
{
    private const string Pipeline = """
        subject "a cabin at a lake"
        stage layout
        stage mood { change: "wrap the scene in mist" }
        stage light { change: "let light fall through the trees" }
        """;

    private readonly RunLab _lab = new();

    [Fact]
    public async Task A_file_becomes_a_picture_with_its_record_beside_it()
    {
        RunResult result = await _lab.RunAsync("subject \"a cabin at a lake\"");

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(["poster/poster.png", "poster/poster.png.json"], _lab.Folder.Files("out"));
        Artifact picture = Assert.Single(Assert.Single(result.Nodes).Pictures);
        ArtifactRecord? record = await ArtifactRecord.ReadAsync(picture.Path);
        Assert.NotNull(record);
        Assert.Equal(picture.Sha256, record.Sha256);
        Assert.Equal(result.RunId, record.RunId);
        Assert.Equal("fake", record.Provider);
        Assert.Contains("a cabin at a lake", record.Prompt, StringComparison.Ordinal);
        Assert.Equal("/v1/images/generations", record.Request.GetProperty("endpoint").GetString());
        Assert.DoesNotContain(_lab.Folder.Path, File.ReadAllText(picture.Path + ".json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_keeps_a_record_of_each_stage_of_one_request()
    {
        _lab.Cache = _lab.NewCache();
        RunResult result = await _lab.RunAsync(
            "subject \"a cabin\"\nstage day { from: none }\nstage night { from: none }"
        );

        Assert.Single(_lab.Provider.Sent);
        foreach (NodeResult node in result.Nodes)
        {
            string own = Path.Combine(_lab.Store.FolderOf(result.RunId), "records", "poster", $"{node.Node.Stage}.png");
            ArtifactRecord? record = await ArtifactRecord.ReadAsync(own);
            Assert.Equal(node.Node, record?.Node);
            Assert.Equal(
                await File.ReadAllBytesAsync(node.Pictures[0].Path + ".json", TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(own + ".json", TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task Each_stage_gets_the_picture_of_the_one_before()
    {
        RunResult result = await _lab.RunAsync(Pipeline);

        Assert.Equal(["layout", "mood", "light"], _lab.Provider.SentStages);
        ImmutableArray<NodeResult> nodes = result.Nodes;
        ImmutableArray<ProviderRequest> sent = [.. _lab.Provider.Sent];
        Assert.Equal(nodes[0].Pictures[0].Sha256, Assert.Single(sent[1].Inputs).Sha256);
        Assert.Equal(nodes[1].Pictures[0].Sha256, Assert.Single(sent[2].Inputs).Sha256);
        Assert.Equal("image/png", sent[1].Inputs[0].ContentType);
    }

    [Fact]
    public async Task What_happens_is_told_in_order_and_each_event_is_a_line_of_json()
    {
        await _lab.RunAsync("subject \"a cabin\"");

        Assert.Equal(
            ["run-started", "node-started", "money", "node-sent", "money", "node-finished", "run-finished"],
            _lab.Events.All.Select(e =>
            {
                string line = RunEventJson.Write(e);
                Assert.DoesNotContain('\n', line);
                using var json = JsonDocument.Parse(line);
                Assert.Equal(RunEventJson.Schema, json.RootElement.GetProperty("schema").GetInt32());
                Assert.Equal(_lab.Time.GetUtcNow(), json.RootElement.GetProperty("time").GetDateTimeOffset());
                return json.RootElement.GetProperty("event").GetString();
            })
        );
    }

    [Fact]
    public async Task That_fewer_pictures_came_is_told()
    {
        _lab.Provider.Script = async (request, call) =>
        {
            ProviderAnswer answer = await _lab.Provider.AnswerAsync(request, call);
            return answer with { Pictures = answer.Pictures[..2] };
        };
        RunResult result = await _lab.RunAsync("subject \"a cabin\"\nstage layout { variants: 3 }\n");

        Assert.Equal(RunStatus.Succeeded, result.Status);
        NodeFinished finished = Assert.Single(_lab.Events.All.OfType<NodeFinished>());
        Assert.Equal((2, 3), (finished.Pictures.Length, finished.Asked));
    }

    [Fact]
    public async Task Of_several_variants_the_selected_one_goes_on()
    {
        const string File = """
            subject "a cabin"
            stage layout { variants: 3, select: 2 }
            stage mood { change: "add mist" }
            """;

        RunResult result = await _lab.RunAsync(File);

        Assert.Equal(3, result.Nodes[0].Pictures.Length);
        Assert.Equal(result.Nodes[0].Pictures[1].Sha256, _lab.Provider.Sent.Last().Inputs[0].Sha256);
        Assert.Equal(
            ["poster/layout-1.png", "poster/layout-2.png", "poster/layout-3.png", "poster/mood.png"],
            _lab.Folder.Files("out").Where(f => f.EndsWith("png", StringComparison.Ordinal))
        );

        RunResult picked = await _lab.RunAsync(File, _lab.Options with { Picks = [new VariantPick("layout", 3)] });

        Assert.Equal(picked.Nodes[0].Pictures[2].Sha256, _lab.Provider.Sent.Last().Inputs[0].Sha256);
        RunException wrong = await Assert.ThrowsAsync<RunException>(() =>
            _lab.RunAsync(File, _lab.Options with { Picks = [new VariantPick("layout", 4)] })
        );
        Assert.Equal("variant 4 of poster.imgp · layout cannot go on", wrong.Message);
    }

    [Fact]
    public async Task A_conversation_asks_for_variants_one_by_one_and_goes_on_from_the_selected_response()
    {
        RunResult result = await _lab.RunAsync(
            """
            subject "a cabin"
            technical { via: responses }
            stage layout { variants: 3, select: 3 }
            stage mood { change: "add mist" }
            """,
            _lab.Options with
            {
                Concurrency = 1,
            }
        );

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal([0, 1, 2, 0], _lab.Provider.Sent.Select(r => r.Ordinal));
        Assert.Equal(3, result.Nodes[0].Pictures.Select(p => p.Sha256).Distinct().Count());
        Assert.Equal("resp-3", _lab.Provider.Sent.Last().PreviousResponseId);
    }

    [Fact]
    public async Task A_failed_stage_skips_those_that_build_on_it_and_no_other()
    {
        _lab.Provider.Script = (request, _) =>
            Task.FromResult<ProviderOutcome?>(
                request.Stage.Name == "b" ? new ProviderFailure(FailureKind.BadRequest, "No.") : null
            );

        RunResult result = await _lab.RunAsync(
            """
            subject "a cabin"
            stage a
            stage b { from: a, change: "add mist" }
            stage c { from: b, change: "add light" }
            stage d { from: a, change: "add a boat" }
            """
        );

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal(
            [NodeStatus.Made, NodeStatus.Failed, NodeStatus.Skipped, NodeStatus.Made],
            result.Nodes.Select(n => n.Status)
        );
        Assert.Equal("b", result.Nodes[2].Because?.Stage);
        Assert.Equal("No", Assert.Single(result.Failures).Message);
        Assert.Single(_lab.Events.Of<NodeSkipped>());
    }

    [Fact]
    public async Task A_refusal_of_moderation_names_the_lines_that_made_the_prompt()
    {
        _lab.Provider.Script = (_, _) =>
            Task.FromResult<ProviderOutcome?>(
                new ProviderFailure(FailureKind.Moderated, "Refused.")
                {
                    ModerationStage = "input",
                    ModerationCategories = ["violence"],
                }
            );

        RunResult result = await _lab.RunAsync("subject \"a duel\" {\n  mood: \"grim\"\n}\nnegatives: [\"blood\"]\n");

        RunFailure failure = Assert.Single(result.Failures);
        Assert.Equal(RunFailureKind.Moderation, failure.Kind);
        Assert.Equal("moderation refused the prompt or an input picture: violence", failure.Message);
        Assert.Equal([0, 1, 3], failure.Places.Select(p => p.Place.Start.Line).Order());
        Assert.Single(_lab.Provider.Sent);
    }

    [Fact]
    public async Task A_refusal_marks_all_that_the_author_wrote_on_a_line()
    {
        _lab.Provider.Script = (_, _) =>
            Task.FromResult<ProviderOutcome?>(new ProviderFailure(FailureKind.Moderated, "Refused."));

        RunResult result = await _lab.RunAsync("subject \"a duel\" { mood: \"grim\" }\nnegatives: [\"blood\"]\n");

        string[] marked = [.. Assert.Single(result.Failures).Places.Select(p => p.Place.Text)];
        Assert.Equal(2, marked.Length);
        Assert.Single(marked, m => m.Contains("a duel\" { mood: \"grim", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, null, 1)]
    [InlineData(403, "unsupported_country_region_territory", 1)]
    [InlineData(403, null, 6)]
    public async Task A_key_that_is_not_accepted_stops_everything_and_what_is_left_can_be_resumed(
        int status,
        string? code,
        int sent
    )
    {
        ImmutableArray<RunSource> sources = SixFiles();
        _lab.Provider.Script = (_, _) =>
            Task.FromResult<ProviderOutcome?>(
                new ProviderFailure(FailureKind.Unauthorized, "No.") { Status = status, Code = code }
            );

        RunResult stopped = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Concurrency = 1,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Failed, stopped.Status);
        Assert.Equal(sent == 1 ? FailureKind.Unauthorized : null, stopped.StoppedBy?.Kind);
        Assert.Equal(sent, _lab.Provider.Sent.Count);
        Assert.Equal(6 - sent, stopped.Nodes.Count(n => n.Status == NodeStatus.NotMade));

        _lab.Provider.Script = null;
        RunResult resumed = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Resume = stopped.RunId,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(sent + 6, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task A_run_that_would_end_before_it_begins_says_which_stage_comes_after_which()
    {
        RunException refused = await Assert.ThrowsAsync<RunException>(() =>
            _lab.RunAsync(Pipeline, _lab.Options with { From = "light", Until = "mood" })
        );

        Assert.Equal("`light` comes after `mood`: exchange the two, or leave one of them away.", refused.Help);
    }

    [Fact]
    public async Task An_exhausted_quota_stops_everything_and_what_is_left_can_be_resumed()
    {
        ImmutableArray<RunSource> sources = SixFiles();
        _lab.Provider.Script = (_, call) =>
            Task.FromResult<ProviderOutcome?>(
                call == 3 ? new ProviderFailure(FailureKind.QuotaExhausted, "No money.") : null
            );

        RunResult stopped = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Concurrency = 1,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.QuotaExhausted, stopped.Status);
        Assert.Equal(FailureKind.QuotaExhausted, stopped.StoppedBy?.Kind);
        Assert.Equal(3, _lab.Provider.Sent.Count);
        Assert.Equal(3, stopped.Nodes.Count(n => n.Status == NodeStatus.NotMade));

        RunResult resumed = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                Resume = stopped.RunId,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(stopped.RunId, resumed.RunId);
        Assert.Equal(7, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task Until_ends_with_a_stage_and_from_begins_with_what_was_left()
    {
        RunResult first = await _lab.RunAsync(Pipeline, _lab.Options with { Until = "mood" });
        Assert.Equal(["layout", "mood"], _lab.Provider.SentStages);

        RunResult second = await _lab.RunAsync(Pipeline, _lab.Options with { From = "light" });

        Assert.Equal(["layout", "mood", "light"], _lab.Provider.SentStages);
        Assert.Equal(first.Nodes[1].Pictures[0].Sha256, _lab.Provider.Sent.Last().Inputs[0].Sha256);
        Assert.Equal([NodeStatus.Reused, NodeStatus.Made], second.Nodes.Select(n => n.Status));
        Assert.Equal(1, second.Forecast.Requests);

        await File.AppendAllTextAsync(
            first.Nodes[1].Pictures[0].Path,
            "changed",
            TestContext.Current.CancellationToken
        );
        RunResult third = await _lab.RunAsync(Pipeline, _lab.Options with { From = "light" });

        Assert.Equal(RunFailureKind.NothingToBeginFrom, Assert.Single(third.Failures).Kind);
        Assert.Equal(3, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task A_stage_that_there_is_not_is_refused_with_the_one_that_was_meant()
    {
        RunException wrong = await Assert.ThrowsAsync<RunException>(() =>
            _lab.RunAsync(Pipeline, _lab.Options with { From = "ligth" })
        );

        Assert.Equal("there is no stage `ligth`", wrong.Message);
        Assert.Equal("`light` is one.", wrong.Help);
    }

    [Fact]
    public async Task An_input_picture_that_is_gone_fails_its_stage_alone()
    {
        RunResult result = await _lab.RunAsync(
            [
                _lab.Source("subject \"a cabin\"\nreference board \"board.png\" { role: style }", "a.imgp"),
                _lab.Source("subject \"b\"", "b.imgp"),
            ],
            null,
            TestContext.Current.CancellationToken
        );

        RunFailure failure = Assert.Single(result.Failures);
        Assert.Equal(RunFailureKind.Input, failure.Kind);
        Assert.Equal("`board.png` does not exist", failure.Message);
        Assert.Equal([NodeStatus.Failed, NodeStatus.Made], result.Nodes.Select(n => n.Status));
    }

    [Fact]
    public async Task A_picture_that_fails_its_expectations_is_kept_and_not_built_on()
    {
        const string File = """
            subject "a cabin"
            stage layout { expect { size: 1024x1024 } }
            stage mood { change: "add mist" }
            """;

        RunResult result = await _lab.RunAsync(File);

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal([NodeStatus.Rejected, NodeStatus.Skipped], result.Nodes.Select(n => n.Status));
        RunFailure failure = Assert.Single(result.Failures);
        Assert.Equal(RunFailureKind.Expectation, failure.Kind);
        Assert.Equal(1, Assert.Single(failure.Places).Place.Start.Line);
        Assert.Contains("poster/layout.png", _lab.Folder.Files("out"));

        RunResult anyway = await _lab.RunAsync(File, _lab.Options with { BuildsOnFailedExpectations = true });

        Assert.Equal([NodeStatus.Rejected, NodeStatus.Made], anyway.Nodes.Select(n => n.Status));
        Assert.Equal(RunStatus.Failed, anyway.Status);
    }

    [Fact]
    public async Task Cancelling_ends_requests_under_way_and_the_run_can_be_resumed()
    {
        using var cancel = new CancellationTokenSource();
        _lab.Provider.Work = token => Task.Delay(Timeout.Infinite, token);
        _lab.Events.Then = happened =>
        {
            if (happened is NodeSent)
            {
                cancel.Cancel();
            }
        };

        RunResult cancelled = await _lab.RunAsync([_lab.Source(Pipeline)], null, cancel.Token);

        Assert.Equal(RunStatus.Cancelled, cancelled.Status);
        Assert.All(cancelled.Nodes, n => Assert.Equal(NodeStatus.NotMade, n.Status));
        Assert.Equal(RunStatus.Cancelled, _lab.Store.Read(cancelled.RunId).Status);

        _lab.Events.Then = null;
        _lab.Provider.Work = _ => Task.CompletedTask;
        RunResult resumed = await _lab.RunAsync(Pipeline, _lab.Options with { Resume = cancelled.RunId });

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(4, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task Previews_are_told_as_they_come()
    {
        _lab.Provider.Script = (request, _) =>
        {
            request.OnPartial!(new PartialPicture(0, Path.Combine(request.Folder, "preview.png")));
            return Task.FromResult<ProviderOutcome?>(null);
        };

        await _lab.RunAsync("subject \"a cabin\"");

        Assert.Equal(0, Assert.Single(_lab.Events.Of<NodePartial>()).Index);
    }

    [Fact]
    public async Task Two_stages_with_one_name_of_a_file_are_refused()
    {
        RunException clash = await Assert.ThrowsAsync<RunException>(() =>
            _lab.RunAsync(Pipeline, _lab.Options with { OutputPattern = "{file}.{ext}" })
        );

        Assert.Equal(
            "poster.imgp · layout and poster.imgp · mood would both be written to `poster.png`",
            clash.Message
        );
        Assert.Empty(_lab.Provider.Sent);
    }

    private ImmutableArray<RunSource> SixFiles() =>
        [.. Enumerable.Range(0, 6).Select(i => _lab.Source($"subject \"cabin {i}\"", $"{i}.imgp"))];

    public void Dispose() => _lab.Dispose();
}
