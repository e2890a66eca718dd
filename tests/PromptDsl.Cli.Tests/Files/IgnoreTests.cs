using System.Diagnostics;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Files;

/// <summary>What is walked is what git would not ignore; git itself is asked.</summary>
public sealed class IgnoreTests
{
    private static readonly string[] Tree =
    [
        "a.imgp",
        "b.imgp",
        "foo/a.imgp",
        "foo/bar/a.imgp",
        "foo/bar/keep.imgp",
        "build/a.imgp",
        "x/build/b.imgp",
        "x/y/z/a.imgp",
        "x/y/b.imgp",
        "한글/그림.imgp",
        "sp ace/a.imgp",
        "a[1].imgp",
    ];

    [Theory]
    [InlineData("a.imgp")]
    [InlineData("/a.imgp")]
    [InlineData("*.imgp\n!keep.imgp")]
    [InlineData("build/")]
    [InlineData("/build")]
    [InlineData("build")]
    [InlineData("foo/*")]
    [InlineData("foo/*\n!foo/bar/")]
    [InlineData("foo/**\n!foo/bar/keep.imgp")]
    [InlineData("foo\n!foo/bar/keep.imgp")]
    [InlineData("**/a.imgp")]
    [InlineData("x/**/a.imgp")]
    [InlineData("x/**")]
    [InlineData("**/y/**")]
    [InlineData("x/*/b.imgp")]
    [InlineData("?.imgp")]
    [InlineData("[ab].imgp")]
    [InlineData("[!a].imgp")]
    [InlineData("a\\[1\\].imgp")]
    [InlineData("# comment\n\n   \n한글/")]
    [InlineData("sp ace/\n")]
    [InlineData("b.imgp   ")]
    [InlineData("\\#a\n!x")]
    [InlineData("*\n!*/\n!keep.imgp")]
    [InlineData("foo/bar")]
    [InlineData("bar/keep.imgp")]
    public void Walking_leaves_out_what_git_ignores(string rules) =>
        Compare(sandbox => sandbox.Write(".gitignore", rules));

    [Fact]
    public void The_nearest_rules_count_first() =>
        Compare(sandbox =>
        {
            sandbox.Write(".gitignore", "a.imgp\n/x/y\n");
            sandbox.Write("foo/.gitignore", "!a.imgp\nbar/\n");
            sandbox.Write("x/.gitignore", "!y\n*.imgp\n");
        });

    [Fact]
    public void Rules_above_the_folder_count_too()
    {
        using var sandbox = new Sandbox();
        sandbox.Write(".gitignore", "*.imgp\n!b.imgp\n");
        sandbox.Write("x/y/a.imgp", "");
        sandbox.Write("x/y/b.imgp", "");
        CliResult result = sandbox.Run("fmt", "--check", "x/y");
        Assert.DoesNotContain("a.imgp", result.Out, StringComparison.Ordinal);
    }

    private static void Compare(Action<Sandbox> arrange)
    {
        using var sandbox = new Sandbox(isRepository: false);
        Git(sandbox, "init", "-q");
        foreach (string path in Tree)
        {
            // Not formatted, so that `fmt --check` lists it.
            sandbox.Write(path, "title:   \"x\"   \n\n\n\n");
        }

        arrange(sandbox);
        string[] expected =
        [
            .. Git(sandbox, "-c", "core.quotePath=false", "ls-files", "-o", "--exclude-standard")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(f => f.EndsWith(".imgp", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        string[] walked = sandbox.Run("fmt", "--check").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, walked);
    }

    private static string Git(Sandbox sandbox, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = sandbox.Folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
