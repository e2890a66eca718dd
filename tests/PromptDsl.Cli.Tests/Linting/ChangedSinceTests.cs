using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Linting;

public sealed class ChangedSinceTests : IDisposable
{
    private const string Unused = "param season: text = \"autumn\"\nsubject: \"a red kite\"\n";

    private readonly GitSandbox _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Only_what_changed_and_what_uses_it_is_looked_at()
    {
        _git.Write("same.imgp", Unused);
        _git.Write("changed.imgp", "subject: \"a red kite\"\n");
        _git.Write("lib.imgp", "define style house { medium: \"ink\" }\n");
        _git.Write("user.imgp", "use \"lib.imgp\" as lib\n" + Unused + "style { include lib.house }\n");
        _git.Commit("first");
        _git.Write("changed.imgp", Unused);
        _git.Write("lib.imgp", "define style house { medium: \"gouache\" }\n");
        _git.Write("sub/new.imgp", Unused);
        CliResult result = _git.Run("lint", "--select", "IMG3801", "--changed-since", "HEAD", "--format", "concise");
        string[] files =
        [
            .. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]),
        ];
        Assert.Equal(["changed.imgp", "sub/new.imgp", "user.imgp"], files);
        CliResult inside = _git.RunIn(
            "sub",
            "lint",
            "--select",
            "IMG3801",
            "--changed-since",
            "main",
            "--format",
            "concise"
        );
        Assert.StartsWith("new.imgp:1:7", inside.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_changed_concerns_all_its_files()
    {
        _git.Write("same.imgp", Unused);
        _git.Write("promptc.yaml", "defaults: { quality: low }\n");
        _git.Commit("first");
        Assert.Equal(0, _git.Run("lint", "--select", "IMG3801", "--changed-since", "HEAD").Code);
        _git.Write("promptc.yaml", "defaults: { quality: high }\n");
        Assert.Equal(1, _git.Run("lint", "--select", "IMG3801", "--changed-since", "HEAD").Code);
    }

    [Fact]
    public void A_version_that_was_not_raised_is_a_hint()
    {
        _git.Write("a.imgp", "version: \"1.0.0\"\nsubject: \"a red kite\"\n");
        _git.Commit("first");
        _git.Write("a.imgp", "version: \"1.0.0\"\nsubject: \"a blue kite\"\n");
        string[] lint = ["lint", "--select", "IMG3804", "--format", "concise"];
        Assert.Contains("a.imgp:1:10: hint IMG3804", _git.Run([.. lint, "--hints"]).Out, StringComparison.Ordinal);
        _git.Write("a.imgp", "version: \"1.1.0\"\nsubject: \"a blue kite\"\n");
        Assert.Equal("", _git.Run([.. lint, "--hints"]).Out);
    }
}
