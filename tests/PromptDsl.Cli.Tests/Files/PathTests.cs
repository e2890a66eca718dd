using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Files;

public sealed class PathTests : IDisposable
{
    private const string Unformatted = "title:   \"x\"   \n\n\n\n";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Hidden_folders_and_the_output_folder_are_left_out()
    {
        Add("a.imgp", ".hidden/b.imgp", "dist/c.imgp", "node_modules/d.imgp", ".e.imgp", "sub/dist.imgp");
        Assert.Equal("a.imgp\nsub/dist.imgp\n", Checked());
    }

    [Fact]
    public void What_is_named_is_used_even_if_it_is_ignored()
    {
        Add("dist/c.imgp", "other.txt");
        _sandbox.Write(".gitignore", "dist\n");
        Assert.Equal("dist/c.imgp\nother.txt\n", Checked("dist/c.imgp", "other.txt"));
        Assert.Equal("dist/c.imgp\n", Checked("dist"));
    }

    [Fact]
    public void Globs_are_expanded_for_shells_that_do_not()
    {
        Add("a.imgp", "x/b.imgp", "x/y/c.imgp", "x/y/d.txt");
        Assert.Equal("x/b.imgp\nx/y/c.imgp\n", Checked("x/**/*.imgp"));
        Assert.Equal("x/b.imgp\n", Checked("x/*.imgp"));
        Assert.Equal("a.imgp\nx/b.imgp\n", Checked("[a-z].imgp", "x/?.imgp"));
    }

    [Fact]
    public void A_file_named_like_a_pattern_is_that_file()
    {
        Add("a[1].imgp", "a1.imgp");
        Assert.Equal("a[1].imgp\n", Checked("a[1].imgp"));
    }

    [Fact]
    public void A_folder_may_be_named_like_a_file()
    {
        Add("x.imgp/y.imgp");
        Assert.Equal("x.imgp/y.imgp\n", Checked());
        Assert.Equal("x.imgp/y.imgp\n", Checked("x.imgp/"));
    }

    [Fact]
    public void Each_file_is_taken_once_and_in_order()
    {
        Add("b.imgp", "a.imgp");
        Assert.Equal("a.imgp\nb.imgp\n", Checked("b.imgp", ".", "a.imgp", "./b.imgp"));
    }

    [Theory]
    [InlineData("missing.imgp", "`missing.imgp` does not exist")]
    [InlineData("*.nothing", "no file fits the pattern `*.nothing`")]
    [InlineData("empty", "there is no .imgp file in empty")]
    [InlineData("", "a path is empty")]
    [InlineData("[", "no file fits the pattern `[`")]
    [InlineData("--chekc", "there is no option `--chekc`")]
    public void What_cannot_be_found_is_a_usage_error(string path, string message)
    {
        Directory.CreateDirectory(_sandbox.PathOf("empty"));
        CliResult result = _sandbox.Run("fmt", path);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error: " + message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public void The_configuration_can_leave_paths_out()
    {
        Add("a.imgp", "drafts/b.imgp", "x/drafts/c.imgp");
        _sandbox.Write("promptc.yaml", "paths:\n  exclude: [/drafts/]\n");
        Assert.Equal("a.imgp\nx/drafts/c.imgp\n", Checked());
    }

    [Fact]
    public void A_broken_link_is_said_to_lead_nowhere()
    {
        File.CreateSymbolicLink(_sandbox.PathOf("broken.imgp"), "nowhere");
        CliResult result = _sandbox.Run("fmt", "broken.imgp");
        Assert.Equal(2, result.Code);
        Assert.Equal("error: `broken.imgp` cannot be used: it does not exist\n", result.Error);
    }

    [Fact]
    public void A_loop_of_links_ends()
    {
        File.CreateSymbolicLink(_sandbox.PathOf("one.imgp"), "two.imgp");
        File.CreateSymbolicLink(_sandbox.PathOf("two.imgp"), "one.imgp");
        Assert.Equal(2, _sandbox.Run("fmt", "one.imgp").Code);
        File.Delete(_sandbox.PathOf("one.imgp"));
        File.Delete(_sandbox.PathOf("two.imgp"));
        Directory.CreateSymbolicLink(_sandbox.PathOf("self"), ".");
        Add("a.imgp");
        Assert.Equal("self/a.imgp\n", Checked("self"));
    }

    private void Add(params string[] paths)
    {
        foreach (string path in paths)
        {
            _sandbox.Write(path, Unformatted);
        }
    }

    private string Checked(params string[] paths) => _sandbox.Run(["fmt", "--check", .. paths]).Out;
}
