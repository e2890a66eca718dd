using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>Pipelines as people run them, against a server that plays the service.</summary>
public sealed class PipelineTests
{
    private const string ThreeStages = """
        subject: "a red kite"
        technical { model: "gpt-image-2", size: 1024x1024, quality: low }
        stage one { variants: 3 }
        stage two { change: "give it a tail" }
        stage three { change: "put a bird beside it" }
        """;

    [Fact]
    public async Task Four_steps_go_through_edits_and_each_sends_the_picture_before()
    {
        await using RunSandbox sandbox = await ExampleAsync("pipeline/quiet-morning.imgp");

        CliResult result = sandbox.Run(["run", "quiet-morning.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        RecordedRequest[] requests = [.. sandbox.Emulator.Requests];
        Assert.Equal(
            ["images/generations", "images/edits", "images/edits", "images/edits"],
            requests.Select(r => r.Endpoint)
        );
        string[] paths = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(4, paths.Length);
        for (int i = 1; i < requests.Length; i++)
        {
            byte[] before = await ReadAsync(sandbox, paths[i - 1]);
            Assert.True(requests[i].Body.Span.IndexOf(before) > 0, $"request {i + 1} does not have {paths[i - 1]}");
        }
    }

    [Fact]
    public async Task A_conversation_goes_on_from_the_response_before()
    {
        await using RunSandbox sandbox = await ExampleAsync("language/responses.imgp");

        CliResult result = sandbox.Run(["run", "responses.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        string[] paths = result.Out.TrimEnd('\n').Split('\n');
        string[] bodies = [.. sandbox.Emulator.Requests.Select(r => Encoding.UTF8.GetString(r.Body.Span))];
        Assert.Equal(3, bodies.Length);
        Assert.DoesNotContain("previous_response_id", bodies[0], StringComparison.Ordinal);
        for (int i = 1; i < bodies.Length; i++)
        {
            ArtifactRecord? before = await ArtifactRecord.ReadAsync(sandbox.PathOf(paths[i - 1]));
            Assert.Contains($"\"previous_response_id\":\"{before?.ResponseId}\"", bodies[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Four_turns_go_on_from_the_response_of_the_variant_that_was_picked()
    {
        await using RunSandbox sandbox = await ExampleAsync("pipeline/night-ferry.imgp");
        string[] run = ["run", "night-ferry.imgp", .. sandbox.Server];

        CliResult result = sandbox.Run(run);

        Assert.True(result.Code == 0, result.ToString());
        Assert.Equal(6, result.Out.TrimEnd('\n').Split('\n').Length);
        Assert.All(sandbox.Emulator.Requests, r => Assert.Equal("responses", r.Endpoint));
        Assert.Equal(6, sandbox.Emulator.Requests.Length);
        Assert.Equal(await PreviousAsync("layout-2", "mood", "lettering"), Continued(sandbox.Emulator.Requests));

        result = sandbox.Run([.. run, "--from", "mood", "--pick", "layout=3"]);

        Assert.True(result.Code == 0, result.ToString());
        Assert.Equal(
            await PreviousAsync("layout-3", "mood", "lettering"),
            Continued(sandbox.Emulator.Requests.RemoveRange(0, 6))
        );

        async Task<string?[]> PreviousAsync(params string[] pictures)
        {
            IEnumerable<Task<ArtifactRecord?>> records = pictures.Select(name =>
                ArtifactRecord.ReadAsync(sandbox.PathOf($"out/night-ferry/{name}.png"))
            );
            return [.. (await Task.WhenAll(records)).Select(r => r?.ResponseId)];
        }
    }

    [Fact]
    public async Task Four_turns_are_sketched_without_a_key()
    {
        await using RunSandbox sandbox = await ExampleAsync("pipeline/night-ferry.imgp");

        CliResult result = sandbox.Run("run", "night-ferry.imgp", "--offline", "--quiet");
        CliResult picked = sandbox.Run(
            "run",
            "night-ferry.imgp",
            "--offline",
            "--quiet",
            "--from",
            "mood",
            "--pick",
            "layout=3"
        );

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(6, result.Out.TrimEnd('\n').Split('\n').Length);
        Assert.Equal(
            "layout-3 mood lettering light",
            string.Join(' ', picked.Out.TrimEnd('\n').Split('\n').Select(Path.GetFileNameWithoutExtension))
        );
    }

    [Fact]
    public async Task Another_variant_makes_only_what_depends_on_it_again()
    {
        await using RunSandbox sandbox = await StartAsync(ThreeStages);
        Assert.Equal(0, sandbox.Run(["run", "a.imgp", "--until", "one", .. sandbox.Server]).Code);
        Assert.Equal(3, sandbox.Emulator.Paid.Pictures);

        Assert.Equal(0, sandbox.Run(["run", "a.imgp", .. sandbox.Server]).Code);
        Assert.Equal(5, sandbox.Emulator.Paid.Pictures);

        CliResult picked = sandbox.Run(["run", "a.imgp", "--from", "two", "--pick", "one=3", .. sandbox.Server]);
        Assert.True(picked.Code == 0, picked.ToString());

        // The emulator draws the same for the same words: what builds on the second stage is there already.
        Assert.Equal(6, sandbox.Emulator.Paid.Pictures);
        byte[] third = await ReadAsync(sandbox, "out/a/one-3.png");
        Assert.True(sandbox.Emulator.Requests[^1].Body.Span.IndexOf(third) > 0);
    }

    [Fact]
    public async Task Nothing_builds_on_a_picture_that_fails_its_expectations_unless_that_is_asked_for()
    {
        await using RunSandbox sandbox = await StartAsync(
            ThreeStages.Replace("variants: 3", "expect { size: 64x64 }", StringComparison.Ordinal)
        );

        CliResult failed = sandbox.Run(["run", "a.imgp", .. sandbox.Server]);
        Assert.Equal(1, failed.Code);
        Assert.Equal("out/a/one.png\n", failed.Out);
        Assert.Contains("expected 64x64, but the picture is 16x16", failed.Error, StringComparison.Ordinal);
        Assert.Contains(
            "with `--from one --no-cache` asks for another picture",
            failed.Error,
            StringComparison.Ordinal
        );

        CliResult anew = sandbox.Run(["run", "a.imgp", "--from", "one", "--no-cache", .. sandbox.Server]);
        Assert.Equal(1, anew.Code);
        Assert.Equal(2, sandbox.Emulator.Paid.Pictures);

        CliResult built = sandbox.Run(["run", "a.imgp", "--build-on-failed", .. sandbox.Server]);
        Assert.Equal(1, built.Code);
        Assert.Equal("out/a/one.png\nout/a/two.png\nout/a/three.png\n", built.Out);
        Assert.Equal(4, sandbox.Emulator.Paid.Pictures);
    }

    [Fact]
    public async Task A_refusal_shows_the_lines_that_made_the_prompt()
    {
        await using RunSandbox sandbox = await StartAsync(
            """
            subject: "a quiet lake"
            technical { model: "gpt-image-2", size: 1024x1024, quality: low }
            stage one
            stage two {
              change: "drop an anvil into it"
              keep: ["the shore"]
            }
            stage three { change: "put a bird beside it" }
            """,
            new FaultRule(Fault.ModeratedInput("violence", "harassment")) { Prompt = "anvil" }
        );

        CliResult result = sandbox.Run(["run", "a.imgp", "--quiet", .. sandbox.Server]);

        Assert.Equal(1, result.Code);
        Assert.Equal(
            """
            failed a.imgp · two: moderation refused the prompt or an input picture: violence, harassment
             --> a.imgp:4:1
              |
            4 |   stage two {
              |   ^^^^^^^^^
            5 |     change: "drop an anvil into it"
              |              ---------------------
            6 |     keep: ["the shore"]
              |             ---------
              |
              = answer: HTTP 400, moderation_blocked, violence, harassment, request req_00000002
              = help: Change the lines that produced the prompt.

            """,
            result.Error
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(", via: responses")]
    public async Task Previews_are_shown_as_they_come(string route)
    {
        await using RunSandbox sandbox = await StartAsync(
            $$"""
            subject: "a red kite"
            technical { model: "gpt-image-2", size: 1024x1024, quality: low, partial-images: 2{{route}} }
            """
        );

        CliResult result = sandbox.Run(["run", "a.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        string[] previews =
        [
            .. result
                .Error.Split('\n')
                .Where(line => line.Contains(": preview ", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(" in ", StringComparison.Ordinal) + 4)..]),
        ];
        Assert.Equal(2, previews.Length);
        Assert.All(previews, path => Assert.True(File.Exists(sandbox.PathOf(path)), path));
    }

    [Fact]
    public async Task A_plan_says_what_is_in_the_cache()
    {
        await using RunSandbox sandbox = await StartAsync(ThreeStages);
        string Plan(params string[] arguments)
        {
            FakeHost host = sandbox.Host();
            host.Environment["OPENAI_BASE_URL"] = sandbox.Emulator.BaseUrl.AbsoluteUri;
            host.Environment.Remove("OPENAI_API_KEY");
            return Sandbox.Run(host, ["plan", "a.imgp", .. arguments]).Out;
        }

        string before = Plan();
        string json = Plan("--format", "json");

        CliResult run = sandbox.Run(["run", "a.imgp", .. sandbox.Server]);
        string after = Plan();

        Assert.True(run.Code == 0, run.ToString());
        Assert.DoesNotContain("In the cache", before, StringComparison.Ordinal);
        Assert.Contains(
            "\nIn the cache: 3 requests. A run from here sends nothing.\n",
            after,
            StringComparison.Ordinal
        );
        Assert.Equal(json, Plan("--format", "json"));
        Assert.Equal(3, sandbox.Emulator.Counters.Requests.Values.Sum());
    }

    [Theory]
    [InlineData("xterm", 0)]
    [InlineData("xterm-kitty", 2)]
    public async Task At_a_terminal_previews_stand_above_the_tree(string terminal, int shown)
    {
        await using RunSandbox sandbox = await StartAsync(
            """
            subject: "a red kite"
            technical { model: "gpt-image-2", size: 1024x1024, quality: low, partial-images: 2 }
            """
        );
        FakeHost host = sandbox.Host();
        host.IsErrorTerminal = true;
        host.Environment["TERM"] = terminal;

        CliResult result = Sandbox.Run(host, ["run", "a.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        int[] captions =
        [
            .. Enumerable
                .Range(1, 2)
                .Select(n => result.Error.IndexOf($": preview {n} in .promptc", StringComparison.Ordinal)),
        ];
        int end = result.Error.LastIndexOf('✓');
        Assert.All(captions, at => Assert.InRange(at, 0, end));
        Assert.Equal(shown, result.Error.Split("\e_Ga=T").Length - 1);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task An_interrupted_run_is_code_130_and_goes_on(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The second request never ends, until everything is reset.
        await using RunSandbox sandbox = await StartAsync(
            ThreeStages,
            new FaultRule(Fault.Slow(TimeSpan.FromHours(1))) { Endpoint = "images/edits", Request = 1 }
        );
        using Process process = sandbox.Start(["run", "a.imgp", .. sandbox.Server]);
        while (!sandbox.Emulator.Counters.Requests.ContainsKey("images/edits"))
        {
            Assert.False(process.HasExited);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using (Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)])) { }
        CliResult interrupted = await RunSandbox.EndAsync(process);
        Assert.Equal(130, interrupted.Code);
        Assert.Contains("was interrupted", interrupted.Error, StringComparison.Ordinal);
        Leftovers.AreWhole(sandbox.Folder);

        CliResult resumed = sandbox.Run("run", "--resume", "--yes");
        Assert.True(resumed.Code == 0, resumed.ToString());
        Assert.Equal(5, sandbox.Pictures().Count);
        Assert.Equal(1, sandbox.Emulator.Counters.Requests["images/generations"]);
    }

    [Fact]
    public async Task Nothing_is_sent_without_consent()
    {
        await using RunSandbox sandbox = await StartAsync(ThreeStages);
        FakeHost host = sandbox.Host();
        host.IsInputTerminal = true;
        host.Input = new MemoryStream("n\n"u8.ToArray());

        CliResult refused = Sandbox.Run(host, "run", "a.imgp", "--base-url", sandbox.Emulator.BaseUrl.AbsoluteUri);

        Assert.Equal(1, refused.Code);
        Assert.Contains("This run sends 3 requests for 5 pictures to http", refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.\n", refused.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task A_run_stops_at_its_budget_and_goes_on_with_a_larger_one()
    {
        await using RunSandbox sandbox = await StartAsync(
            ThreeStages.Replace(" { variants: 3 }", "", StringComparison.Ordinal)
        );

        CliResult stopped = sandbox.Run(["run", "a.imgp", "--max-cost", "0.02", .. sandbox.Server]);
        Assert.Equal(1, stopped.Code);
        Assert.Contains("is more than $0.02", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(2, sandbox.Emulator.Paid.Pictures);
        Assert.InRange(sandbox.Emulator.Paid.Dollars, 0, 0.03m);

        CliResult resumed = sandbox.Run("run", "--resume", "--yes", "--max-cost", "1");
        Assert.True(resumed.Code == 0, resumed.ToString());
        Assert.Equal(3, sandbox.Emulator.Paid.Pictures);
        RunSummary run = sandbox.Store.Read(Assert.Single(sandbox.Store.Ids));
        Assert.Equal(RunStatus.Succeeded, run.Status);
    }

    [Fact]
    public async Task An_unknown_price_needs_to_be_allowed()
    {
        await using RunSandbox sandbox = await StartAsync(ThreeStages);

        CliResult refused = sandbox.Run("run", "a.imgp", "--yes", "--base-url", sandbox.Emulator.BaseUrl.AbsoluteUri);

        Assert.Equal(2, refused.Code);
        Assert.StartsWith("error: the price of the run is not fully known: ", refused.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    /// <summary>The responses that requests go on from, in order.</summary>
    private static IEnumerable<string?> Continued(IEnumerable<RecordedRequest> requests) =>
        requests
            .Select(r => JsonDocument.Parse(r.Body).RootElement)
            .Where(body => body.TryGetProperty("previous_response_id", out _))
            .Select(body => body.GetProperty("previous_response_id").GetString());

    private static async Task<RunSandbox> StartAsync(string text, params FaultRule[] faults)
    {
        RunSandbox sandbox = await RunSandbox.StartAsync(
            new EmulatorOptions { Picture = PictureStyle.Tiny, Script = [.. faults] }
        );
        sandbox.Write("a.imgp", text);
        return sandbox;
    }

    /// <summary>An example, and pictures of the size that it asks for.</summary>
    private static async Task<RunSandbox> ExampleAsync(string path)
    {
        RunSandbox sandbox = await RunSandbox.StartAsync(new EmulatorOptions());
        sandbox.Write(
            Path.GetFileName(path),
            await File.ReadAllTextAsync(
                RepositoryRoot.PathOf($"examples/{path}"),
                TestContext.Current.CancellationToken
            )
        );
        return sandbox;
    }

    private static Task<byte[]> ReadAsync(RunSandbox sandbox, string path) =>
        File.ReadAllBytesAsync(sandbox.PathOf(path), TestContext.Current.CancellationToken);
}
