using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>The script of <c>docs/pull-requests.md</c>, run on a branch of a real repository.</summary>
public sealed class PullRequestTests : IDisposable
{
    private const string Script = "docs/pull-request.sh";

    private readonly GitSandbox _git = new();

    public PullRequestTests()
    {
        _git.Write("prompts/kite.imgp", Kite("a red kite over a wide beach", "low"));
        _git.Write(
            "prompts/old.imgp",
            "subject: \"a lighthouse on a basalt cliff\"\ntechnical { model: \"gpt-image-2\", aspect: 1:1 }\n"
        );
        _git.Commit("Prompts");
        _git.Git("checkout", "--quiet", "-b", "kites");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_pull_request_gets_one_comment_with_meaning_and_price()
    {
        _git.Write("prompts/kite.imgp", Kite("a blue kite over a wide beach", "high"));
        _git.Commit("Blue, and in full quality");
        MoveMain();
        (int code, string output, string error) = RunScript("prompts");
        Assert.True(code == 0, output + error);
        string comment = _git.Files.Read("comment.md");
        Assert.Contains("The subject changes: a <del>red</del><ins>blue</ins> kite", comment, StringComparison.Ordinal);
        Assert.Contains("The quality changes from low to high.", comment, StringComparison.Ordinal);
        Assert.Contains("$", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", comment, StringComparison.Ordinal);
        Assert.Contains("2.1.0", _git.Files.Read("promptc.sarif"), StringComparison.Ordinal);
        Assert.Equal(["comment.md", "promptc.sarif", "prompts/kite.imgp", "prompts/old.imgp"], _git.Files.Files());
    }

    [Fact]
    public void A_pull_request_that_does_not_compile_fails_with_annotations()
    {
        _git.Write("prompts/kite.imgp", "subject:\n");
        _git.Commit("Broken");
        (int code, string output, _) = RunScript("prompts");
        Assert.Equal(1, code);
        Assert.Contains("::error", output, StringComparison.Ordinal);
        string comment = _git.Files.Read("comment.md");
        Assert.Contains("one that does not compile", comment, StringComparison.Ordinal);
        Assert.Contains("there is no price", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_that_mends_a_broken_base_has_a_price_of_its_own()
    {
        _git.Write("prompts/kite.imgp", "subject:\n");
        _git.Commit("Broken");
        _git.Git("branch", "--force", "main", "kites");
        _git.Write("prompts/kite.imgp", Kite("a red kite over a wide beach", "low"));
        _git.Commit("Mended");
        (int code, _, _) = RunScript("prompts");
        Assert.Equal(0, code);
        Assert.Contains("to one that compiles", _git.Files.Read("comment.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_that_changes_no_meaning_says_so()
    {
        _git.Write("prompts/kite.imgp", "// Layout only.\n" + Kite("a red kite over a wide beach", "low"));
        _git.Commit("Comment");
        Assert.Equal(0, RunScript("prompts").Code);
        Assert.Contains("Nothing changed in meaning.", _git.Files.Read("comment.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_the_script() =>
        Assert.Contains(
            Script,
            File.ReadAllText(RepositoryRoot.PathOf("docs/pull-requests.md")),
            StringComparison.Ordinal
        );

    private (int Code, string Out, string Error) RunScript(string folder) =>
        Executable.Run(_git.Folder, $"bash '{RepositoryRoot.PathOf(Script)}' main {folder}");

    // What happens on the main branch meanwhile is no part of the pull request.
    private void MoveMain()
    {
        _git.Git("checkout", "--quiet", "main");
        _git.Write("prompts/elsewhere.imgp", "subject: \"a boat\"\n");
        _git.Commit("Elsewhere");
        _git.Git("checkout", "--quiet", "kites");
    }

    private static string Kite(string subject, string quality) =>
        $"subject: \"{subject}\"\ntechnical {{ model: \"gpt-image-2\", aspect: 1:1, quality: {quality} }}\n";
}
