using System.Text.Json;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class RunsVerbTests : IDisposable
{
    private const string Kite = """
        subject: "a kite"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }

        """;

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_a_run_the_list_is_empty_and_says_how_to_begin()
    {
        CliResult result = _sandbox.Run("runs");
        Assert.Equal((0, ""), (result.Code, result.Out));
        Assert.Contains("`promptc run --offline` makes one", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("gallery")]
    [InlineData("fetch")]
    public void A_run_that_there_is_not_is_wrong_usage(string verb)
    {
        Assert.Contains("there is no run yet", _sandbox.Run("runs", verb).Error, StringComparison.Ordinal);
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        CliResult result = _sandbox.Run("runs", verb, "1999");
        Assert.Equal(new CliResult(2, "", "error: there is no run `1999`\n  `promptc runs` lists them.\n"), result);
    }

    [Fact]
    public void A_run_is_shown_by_the_beginning_of_its_id()
    {
        _sandbox.Write("a.imgp", Kite + "expect { format: png }\n");
        _sandbox.Run("run", "--offline");
        string id = _sandbox.Run("runs").Out.Split('\n')[1].Split(' ')[0];
        CliResult result = _sandbox.Run("runs", "show", id[..^2]);
        Assert.StartsWith(
            $"{id}  succeeded, sketch, $0.00\n  a.imgp\n    1  .promptc/runs/{id}/",
            result.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("✓ format: ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_beginning_of_several_ids_is_not_enough()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        _sandbox.Run("run", "--offline");
        CliResult result = _sandbox.Run("runs", "show", "2");
        Assert.Equal(new CliResult(2, "", "error: `2` begins the ids of 2 runs\n  Write more of the id.\n"), result);
    }

    [Fact]
    public void A_damaged_run_is_named_and_the_others_are_listed()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        _sandbox.Write(".promptc/runs/20260101-000000-000-aaaa/journal.jsonl", "{}\n");
        CliResult result = _sandbox.Run("runs");
        Assert.Equal((0, 2), (result.Code, result.Out.TrimEnd().Split('\n').Length));
        Assert.Equal(result.Out, _sandbox.Run("runs", "list").Out);
        Assert.Contains("20260101-000000-000-aaaa", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_nothing_but_damaged_runs_does_not_say_that_there_is_none()
    {
        _sandbox.Write(".promptc/runs/20260101-000000-000-aaaa/journal.jsonl", "{}\n");
        CliResult list = _sandbox.Run("runs");
        Assert.Equal((0, ""), (list.Code, list.Out));
        Assert.DoesNotContain("no run yet", list.Error, StringComparison.Ordinal);
        CliResult show = _sandbox.Run("runs", "show");
        Assert.Equal(2, show.Code);
        Assert.Contains("is damaged: it does not begin with the opening of a run\n  Its pictures", show.Error, Ordinal);
    }

    [Fact]
    public void A_long_list_ends_and_says_how_to_see_the_rest()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        string id = IdOfLast();
        string journal = _sandbox.Read($".promptc/runs/{id}/journal.jsonl");
        for (int i = 10; i < 35; i++)
        {
            string other = $"20250101-0000{i}-000-aaaa";
            _sandbox.Write($".promptc/runs/{other}/journal.jsonl", journal.Replace(id, other, Ordinal));
        }

        CliResult list = _sandbox.Run("runs");
        Assert.Equal(21, list.Out.TrimEnd().Split('\n').Length);
        Assert.StartsWith(id, list.Out.Split('\n')[1], Ordinal);
        Assert.Equal("6 older runs not shown; `promptc runs --limit 26` lists all.\n", list.Error);
        Assert.Equal(27, _sandbox.Run("runs", "--limit", "26").Out.TrimEnd().Split('\n').Length);
        Assert.Equal(2, _sandbox.Run("runs", "list", "-n", "1").Out.TrimEnd().Split('\n').Length);
        using var json = JsonDocument.Parse(_sandbox.Run("runs", "--format", "json").Out);
        Assert.Equal(26, json.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("all")]
    [InlineData("99999999999")]
    public void A_limit_that_is_no_number_is_named(string limit)
    {
        CliResult list = _sandbox.Run("runs", "--limit", limit);
        Assert.Equal(2, list.Code);
        Assert.Equal($"error: `--limit {limit}` is not a number from 1 on\n  Write --limit 50\n", list.Error);
    }

    [Fact]
    public void Lines_fit_into_a_narrow_terminal()
    {
        _sandbox.Write("여러 그림이 든 아주 긴 이름의 폴더/고요한 아침.imgp", Kite);
        _sandbox.Run("run", "--offline");
        FakeHost host = _sandbox.Host();
        host.IsOutputTerminal = true;
        host.TerminalSize = (90, 24);
        host.Environment["NO_COLOR"] = "1";

        string[] lines = Sandbox.Run(host, "runs").Out.TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 1, 90));
        Assert.DoesNotContain("……", string.Join('\n', lines), Ordinal);
        Assert.EndsWith("…", lines[1], Ordinal);
        Assert.Contains("고요한 아침.imgp", _sandbox.Run("runs").Out, Ordinal);
    }

    [Fact]
    public void A_run_that_somebody_works_on_is_under_way_and_one_that_was_killed_is_not_ended()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        string folder = _sandbox.PathOf($".promptc/runs/{IdOfLast()}");
        string[] lines = File.ReadAllLines(Path.Combine(folder, "journal.jsonl"));
        File.WriteAllLines(Path.Combine(folder, "journal.jsonl"), lines[..1]);

        Assert.Contains("not ended", _sandbox.Run("runs").Out, Ordinal);
        using (new FileStream(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("under way", _sandbox.Run("runs").Out, Ordinal);
        }

        Assert.Contains("a.imgp  not reached\n    its turn has not come", _sandbox.Run("runs", "show").Out, Ordinal);
    }

    [Fact]
    public void A_run_whose_file_is_gone_is_shown_and_says_what_is_missing_to_go_on()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "a.imgp", "--offline");
        File.Delete(_sandbox.PathOf("a.imgp"));

        Assert.Equal(0, _sandbox.Run("runs", "show").Code);
        Assert.Equal(0, _sandbox.Run("runs", "gallery").Code);
        string id = IdOfLast();
        Assert.Equal(
            new CliResult(
                2,
                "",
                $"error: run {id} was made of `a.imgp`, which is gone\n  Bring it back and try again: what the run has paid for is kept.\n"
            ),
            _sandbox.Run("run", "--resume")
        );
    }

    [Fact]
    public void A_gallery_goes_to_standard_output_where_that_is_asked_for()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        _sandbox.Run("runs", "gallery", "--out", "g.html");

        Assert.Equal(new CliResult(0, _sandbox.Read("g.html"), ""), _sandbox.Run("runs", "gallery", "--out", "-"));
        Assert.False(_sandbox.Exists("-"));
    }

    [Fact]
    public void A_gallery_is_written_whole_or_not_at_all()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        Assert.Equal(new CliResult(0, "g.html\n", ""), _sandbox.Run("runs", "gallery", "--out", "g.html"));
        string page = _sandbox.Read("g.html");
        Directory.Delete(_sandbox.PathOf(".promptc/runs"), recursive: true);
        Assert.Equal(2, _sandbox.Run("runs", "gallery", "--out", "g.html").Code);
        Assert.Equal(page, _sandbox.Read("g.html"));
        Assert.DoesNotContain(_sandbox.Files(), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gallery_that_cannot_be_written_says_which_file()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        CliResult result = _sandbox.Run("runs", "gallery", "--out", "a.imgp/g.html");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error: `a.imgp/g.html` cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(Kite, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void A_run_without_batches_is_not_fetched()
    {
        _sandbox.Write("a.imgp", Kite);
        _sandbox.Run("run", "--offline");
        CliResult result = _sandbox.Run("runs", "fetch");
        Assert.Equal(2, result.Code);
        Assert.Contains("has handed in no batches\n  `promptc run --resume", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_are_handed_in_and_fetched_stage_by_stage()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { BatchPolls = 3, Picture = PictureStyle.Tiny },
            TestContext.Current.CancellationToken
        );
        _sandbox.Write("a.imgp", Kite);
        CliResult run = Sandbox.Run(
            Customer(),
            ["run", "a.imgp", "--batch", "--yes", "--base-url", server.BaseUrl.ToString()]
        );
        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.Contains("`promptc runs fetch", run.Error, StringComparison.Ordinal);
        Assert.Contains("is not collected", _sandbox.Run("runs", "show").Out, StringComparison.Ordinal);
        for (int i = 0; i < 5 && !_sandbox.Exists("out/a/a.png"); i++)
        {
            CliResult fetch = Sandbox.Run(Customer(), "--quiet", "runs", "fetch");
            Assert.True(fetch is { Code: 0, Error: "" }, fetch.ToString());
        }

        Assert.True(_sandbox.Exists("out/a/a.png"));
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_not_fetched_and_paid_unasked()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { BatchPolls = 2, Picture = PictureStyle.Tiny },
            TestContext.Current.CancellationToken
        );
        _sandbox.Write("a.imgp", Kite);
        Sandbox.Run(Customer(), ["run", "a.imgp", "--batch", "--yes", "--base-url", server.BaseUrl.ToString()]);
        _sandbox.Write("a.imgp", Kite.Replace("kite", "boat", Ordinal));

        CliResult fetch = Sandbox.Run(Customer(), "runs", "fetch");

        Assert.Equal((2, ""), (fetch.Code, fetch.Out));
        Assert.StartsWith("error: `a.imgp` has changed since run ", fetch.Error, Ordinal);
        Assert.Single(server.Requests, r => r is { Endpoint: "batches", Method: "POST" });
        _sandbox.Write("a.imgp", Kite);
        Assert.Equal(new CliResult(0, "out/a/a.png\n", ""), Sandbox.Run(Customer(), "--quiet", "runs", "fetch"));
    }

    [Fact]
    public async Task A_run_that_stops_names_the_batches_that_go_on_without_it()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                BatchPolls = 3,
                Picture = PictureStyle.Tiny,
                Script = [new FaultRule(Fault.QuotaExhausted()) { Endpoint = "batches", Request = 2 }],
            },
            TestContext.Current.CancellationToken
        );
        _sandbox.Write(
            "a.imgp",
            Kite + "stage a\nstage b {\n  from: none\n  technical { model: \"gpt-image-1.5\" }\n}\n"
        );

        CliResult stopped = Sandbox.Run(
            Customer(),
            ["run", "a.imgp", "--batch", "--yes", "--allow-unknown-price", "--base-url", server.BaseUrl.ToString()]
        );

        Assert.Equal(1, stopped.Code);
        Assert.Contains("as the account has no money left", stopped.Error, Ordinal);
        Assert.Contains(
            "What was handed in goes on and is paid for: batch_00000001. `promptc runs fetch ",
            stopped.Error,
            Ordinal
        );
    }

    private string IdOfLast() => _sandbox.Run("runs").Out.Split('\n')[1].Split(' ')[0];

    private FakeHost Customer()
    {
        FakeHost host = _sandbox.Host();
        host.Environment["OPENAI_API_KEY"] = "sk-1";
        return host;
    }
}
