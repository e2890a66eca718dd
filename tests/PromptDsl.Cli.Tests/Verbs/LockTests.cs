using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class LockTests : IDisposable
{
    private const string Fox = "subject: \"a red fox\"\ntechnical { model: \"gpt-image-2\" }\n";

    private const string Coat =
        "subject: \"a fox in a coat\"\nreference coat \"refs/coat.png\" { role: material }\ntechnical { model: \"gpt-image-2\" }\n";

    private readonly Sandbox _sandbox = new();

    public LockTests()
    {
        _sandbox.Write("promptc.yaml", "");
        _sandbox.Write("fox.imgp", Fox);
        _sandbox.Write("art/coat.imgp", Coat);
        _sandbox.Write("art/refs/coat.png", Picture("coat"));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_lock_lies_in_the_project_and_says_nothing_of_the_machine()
    {
        CliResult result = Sandbox.Run(_sandbox.Host("art"), "build", "..", "--lock");
        Assert.Equal(0, result.Code);
        Assert.EndsWith("\n../promptc.lock: 2 files, 1 model, 1 picture\n", result.Error, StringComparison.Ordinal);
        string text = _sandbox.Read("promptc.lock");
        Assert.DoesNotContain(_sandbox.Folder, text, StringComparison.Ordinal);
        Assert.Contains("\"art/refs/coat.png\"", text, StringComparison.Ordinal);
        Assert.Contains("\"gpt-image-2\": \"gpt-image-2-2026-04-21\"", text, StringComparison.Ordinal);
        _sandbox.Run("build", "--lock");
        Assert.Equal(text, _sandbox.Read("promptc.lock"));
    }

    [Fact]
    public void A_lock_that_is_current_is_not_written_again()
    {
        _sandbox.Run("build", "--lock");
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_sandbox.PathOf("promptc.lock"), before);
        Assert.Contains("promptc.lock was up to date", _sandbox.Run("build", "--lock").Error, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_sandbox.PathOf("promptc.lock")));
    }

    [Fact]
    public void Every_build_sends_the_locked_snapshot_and_only_with_a_lock()
    {
        _sandbox.Run("build");
        Assert.Contains("\"model\": \"gpt-image-2\"", Request(), StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Run("build", "--lock").Code);
        string locked = Request();
        Assert.Contains("\"model\": \"gpt-image-2-2026-04-21\"", locked, StringComparison.Ordinal);
        _sandbox.Run("build");
        Assert.Equal(locked, Request());
        Assert.Equal(0, _sandbox.Run("build", "--check", "--locked").Code);

        string Request() => _sandbox.Read("dist/fox/request.json");
    }

    [Fact]
    public void A_changed_picture_is_refused_and_can_be_accepted()
    {
        _sandbox.Run("build", "--lock");
        Assert.Equal(0, _sandbox.Run("build", "--locked").Code);
        _sandbox.Write("art/refs/coat.png", Picture("riso"));
        Assert.Equal(0, _sandbox.Run("build").Code);
        CliResult result = _sandbox.Run("build", "--locked", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "art/coat.imgp:2:16: error IMG2062 `art/refs/coat.png` is not the picture that was locked\n",
            result.Out
        );
        Assert.EndsWith("Nothing was written.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Run("build", "fox.imgp", "--locked").Code);
        _sandbox.Run("build", "--lock");
        Assert.Equal(0, _sandbox.Run("build", "--locked").Code);
    }

    [Fact]
    public void What_the_lock_does_not_have_is_refused()
    {
        _sandbox.Run("build", "fox.imgp", "--lock");
        CliResult result = _sandbox.Run("build", "--locked", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Equal("art/coat.imgp:1:1: error IMG2061 `art/coat.imgp` is not in promptc.lock\n", result.Out);
        Assert.Equal(1, _sandbox.Run("build", "fox.imgp", "--locked", "--model", "gpt-image-1").Code);
    }

    [Fact]
    public void Locking_some_files_keeps_the_entries_of_others()
    {
        _sandbox.Run("build", "--lock");
        string text = _sandbox.Read("promptc.lock");
        _sandbox.Run("build", "fox.imgp", "--lock");
        Assert.Equal(text, _sandbox.Read("promptc.lock"));
        File.Delete(_sandbox.PathOf("art/coat.imgp"));
        _sandbox.Run("build", "fox.imgp", "--lock");
        Assert.DoesNotContain("coat", _sandbox.Read("promptc.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_error_nothing_is_locked()
    {
        _sandbox.Write("bad.imgp", "subject:\n");
        Assert.Equal(1, _sandbox.Run("build", "--lock").Code);
        Assert.False(_sandbox.Exists("promptc.lock"));
    }

    [Fact]
    public void A_missing_picture_cannot_be_locked()
    {
        File.Delete(_sandbox.PathOf("art/refs/coat.png"));
        CliResult result = _sandbox.Run("build", "--lock", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Contains("art/coat.imgp:2:16: error", result.Out, StringComparison.Ordinal);
        Assert.False(_sandbox.Exists("promptc.lock"));
    }

    [Fact]
    public void A_drifted_catalog_is_shown_in_the_lock()
    {
        _sandbox.Run("build", "--lock");
        string text = _sandbox.Read("promptc.lock");
        int day = text.IndexOf("\"catalog\": \"", StringComparison.Ordinal) + 12;
        _sandbox.Write("promptc.lock", text[..day] + "2020-01-01" + text[(day + 10)..]);
        CliResult result = Sandbox.Run(_sandbox.Host("art"), "build", "..", "--locked", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("../promptc.lock:3:3: error IMG2064 ", result.Out, StringComparison.Ordinal);
        Assert.Single(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_snapshot_that_nobody_knows_is_not_replaced_in_silence()
    {
        _sandbox.Run("build", "--lock");
        string text = _sandbox.Read("promptc.lock");
        _sandbox.Write("promptc.lock", text.Replace("2-2026-04-21", "2-2026-01-01", StringComparison.Ordinal));
        string[][] runs =
        [
            ["build"],
            ["build", "--locked"],
            ["plan"],
            ["explain", "fox.imgp"],
        ];
        foreach (string[] run in runs)
        {
            CliResult result = _sandbox.Run(run);
            Assert.Equal(1, result.Code);
            Assert.Contains("IMG2063", result.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, _sandbox.Run("build", "--lock").Code);
        Assert.Equal(text, _sandbox.Read("promptc.lock"));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("build", "--locked")]
    [InlineData("build", "--lock")]
    [InlineData("explain", "fox.imgp")]
    public void A_broken_lock_is_shown_and_never_replaced(params string[] arguments)
    {
        _sandbox.Write("promptc.lock", "{\n  \"schema\": 2\n}\n");
        CliResult result = _sandbox.Run(arguments);
        Assert.Equal(2, result.Code);
        Assert.Contains("--> promptc.lock:2:13", result.Error, StringComparison.Ordinal);
        Assert.Equal("{\n  \"schema\": 2\n}\n", _sandbox.Read("promptc.lock"));
    }

    [Theory]
    [InlineData("there is no `promptc.lock`", "--locked")]
    [InlineData("exclude each other", "--lock", "--locked")]
    [InlineData("`--lock` writes files", "--lock", "--check")]
    [InlineData("`--lock` writes files", "--lock", "--stdout")]
    public void Wrong_usage(string message, params string[] options)
    {
        CliResult result = _sandbox.Run(["build", .. options]);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(_sandbox.Exists("dist"));
    }

    [Fact]
    public void The_gate_of_a_pull_request()
    {
        _sandbox.Run("build", "--lock");
        Assert.Equal(0, _sandbox.Run("build", "--check", "--locked").Code);
        _sandbox.Write("fox.imgp", Fox.Replace("red", "grey", StringComparison.Ordinal));
        CliResult stale = _sandbox.Run("build", "--check", "--locked");
        Assert.Equal(1, stale.Code);
        Assert.Contains("changed: dist/fox/prompt.txt\n", stale.Out, StringComparison.Ordinal);
        Assert.Contains("changed: dist/fox/request.json\n", stale.Out, StringComparison.Ordinal);
        Assert.Contains("The output is stale", stale.Error, StringComparison.Ordinal);
        _sandbox.Run("build");
        Assert.Equal(0, _sandbox.Run("build", "--check", "--locked").Code);
    }

    private static byte[] Picture(string name) => File.ReadAllBytes(RepositoryRoot.PathOf($"examples/refs/{name}.png"));
}
