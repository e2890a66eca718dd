using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class RunsVerbTests : IDisposable
{
    private const string Kite = """
        subject: "a kite"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }

        """;

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

    private FakeHost Customer()
    {
        FakeHost host = _sandbox.Host();
        host.Environment["OPENAI_API_KEY"] = "sk-1";
        return host;
    }
}
