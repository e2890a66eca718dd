using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class FmtVerbTests : IDisposable
{
    private const string Ugly = "title:    \"x\"\n";
    private const string Neat = "title: \"x\"\n";
    private const string Broken = "title:\n";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Files_are_formatted_in_place()
    {
        _sandbox.Write("a.imgp", Ugly);
        _sandbox.Write("b.imgp", Neat);
        CliResult result = _sandbox.Run("fmt");
        Assert.Equal(0, result.Code);
        Assert.Equal("1 file formatted, 1 already formatted.\n", result.Error);
        Assert.Equal(Neat, _sandbox.Read("a.imgp"));
        Assert.Equal(["a.imgp", "b.imgp"], _sandbox.Files());
    }

    [Fact]
    public void A_formatted_file_is_not_touched()
    {
        _sandbox.Write("a.imgp", Neat);
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_sandbox.PathOf("a.imgp"), before);
        _sandbox.Run("fmt");
        Assert.Equal(before, File.GetLastWriteTimeUtc(_sandbox.PathOf("a.imgp")));
    }

    [Fact]
    public void Check_lists_and_writes_nothing()
    {
        _sandbox.Write("a.imgp", Ugly);
        CliResult result = _sandbox.Run("fmt", "--check");
        Assert.Equal((1, "a.imgp\n"), (result.Code, result.Out));
        Assert.Equal(Ugly, _sandbox.Read("a.imgp"));
        Assert.Equal(0, _sandbox.Run("fmt", "--check", "--exit-zero").Code);
    }

    [Fact]
    public void Diff_shows_and_writes_nothing()
    {
        _sandbox.Write("a.imgp", Ugly);
        CliResult result = _sandbox.Run("fmt", "--diff");
        Assert.Equal(1, result.Code);
        Assert.Equal("--- a.imgp\n+++ a.imgp\n@@ -1 +1 @@\n-title:    \"x\"\n+title: \"x\"\n", result.Out);
        Assert.Equal(Ugly, _sandbox.Read("a.imgp"));
        _sandbox.Write("a.imgp", Neat);
        Assert.Equal((0, ""), (_sandbox.Run("fmt", "--diff").Code, _sandbox.Run("fmt", "--diff").Out));
    }

    [Fact]
    public void Standard_input_goes_to_standard_output()
    {
        CliResult result = _sandbox.RunWithInput(Ugly, "fmt", "-");
        Assert.Equal((0, Neat, ""), (result.Code, result.Out, result.Error));
        Assert.Equal(Neat, _sandbox.RunWithInput(Neat, "fmt", "-").Out);
        CliResult check = _sandbox.RunWithInput(Ugly, "fmt", "-", "--check", "--stdin-filename", "x/y.imgp");
        Assert.Equal((1, "x/y.imgp\n"), (check.Code, check.Out));
    }

    [Fact]
    public void A_broken_file_stays_and_the_others_are_formatted()
    {
        _sandbox.Write("a.imgp", Broken);
        _sandbox.Write("b.imgp", Ugly);
        CliResult result = _sandbox.Run("fmt", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Equal("a.imgp:1:6: error IMG0101 `title:` has no value\n", result.Out);
        Assert.Equal(Broken, _sandbox.Read("a.imgp"));
        Assert.Equal(Neat, _sandbox.Read("b.imgp"));
    }

    [Fact]
    public void Broken_standard_input_writes_nothing_but_findings()
    {
        CliResult result = _sandbox.RunWithInput(Broken, "fmt", "-", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Equal("<stdin>:1:6: error IMG0101 `title:` has no value\n", result.Out);
    }

    [Fact]
    public void Links_stay_links_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _sandbox.Write("real/a.txt", Ugly);
        File.SetUnixFileMode(
            _sandbox.PathOf("real/a.txt"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        File.CreateSymbolicLink(_sandbox.PathOf("a.imgp"), "real/a.txt");
        Assert.Equal(0, _sandbox.Run("fmt", "a.imgp").Code);
        Assert.Equal("real/a.txt", new FileInfo(_sandbox.PathOf("a.imgp")).LinkTarget);
        Assert.Equal(Neat, _sandbox.Read("real/a.txt"));
        Assert.True(File.GetUnixFileMode(_sandbox.PathOf("real/a.txt")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_an_error_and_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _sandbox.Write("a.imgp", Ugly);
        File.SetUnixFileMode(_sandbox.PathOf("a.imgp"), UnixFileMode.UserRead);
        CliResult result = _sandbox.Run("fmt");
        Assert.Equal(2, result.Code);
        Assert.Equal("error: `a.imgp` cannot be written: permission denied\n", result.Error);
        Assert.Equal(Ugly, _sandbox.Read("a.imgp"));
        Assert.Equal(["a.imgp"], _sandbox.Files());
    }

    [Fact]
    public void Findings_can_go_to_several_places()
    {
        _sandbox.Write("a.imgp", Broken);
        CliResult result = _sandbox.Run(
            "fmt",
            "--format",
            "concise",
            "--format",
            "json:out/f.json",
            "--format",
            "sarif:f.sarif"
        );
        Assert.Contains("IMG0101", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"IMG0101\"", _sandbox.Read("out/f.json"), StringComparison.Ordinal);
        Assert.Contains("2.1.0", _sandbox.Read("f.sarif"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xml", "there is no format `xml`")]
    [InlineData("jsn", "There is a format `json`")]
    [InlineData("json:", "names no file")]
    public void Formats_are_checked(string format, string message)
    {
        _sandbox.Write("a.imgp", Neat);
        CliResult result = _sandbox.Run("fmt", "--format", format);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_one_format_goes_to_standard_output()
    {
        _sandbox.Write("a.imgp", Neat);
        Assert.Equal(2, _sandbox.Run("fmt", "--format", "json", "--format", "full").Code);
    }

    [Fact]
    public void Quiet_leaves_out_the_summary()
    {
        _sandbox.Write("a.imgp", Ugly);
        Assert.Empty(_sandbox.Run("fmt", "--quiet").Error);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_finding_and_stay()
    {
        _sandbox.Write("a.imgp", [(byte)'a', (byte)':', 0xff, 0xfe]);
        Assert.Equal(1, _sandbox.Run("fmt").Code);
        Assert.Equal([(byte)'a', (byte)':', 0xff, 0xfe], File.ReadAllBytes(_sandbox.PathOf("a.imgp")));
    }
}
