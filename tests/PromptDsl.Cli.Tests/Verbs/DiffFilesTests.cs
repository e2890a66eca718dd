using PromptDsl.Cli.Tests.Docs;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class DiffFilesTests : IDisposable
{
    private const string Old = "subject: \"a red fox\"\ndetails {\n  object den \"an old den\" { at: left }\n}\n";
    private const string New = "subject: \"a red hare\"\ndetails {\n  object den \"an old den\" { at: right }\n}\n";

    private readonly Sandbox _sandbox = new(isRepository: false);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Two_files_are_compared()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b.imgp", New);
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp");
        Assert.Equal(
            """
            b.imgp
              Subject
                ~ The subject changes: a red [-fox-]{+hare+}
              Details
                ~ The place of object den changes from left to right.
              Compiled text
                Subject: a red [-fox-]{+hare+}.
                On the [-left-]{+right+}: an old den.

            2 changes in 1 file.

            """,
            result.Out
        );
        Assert.Equal((1, ""), (result.Code, result.Error));
    }

    [Fact]
    public void The_compiled_text_can_be_left_out()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b.imgp", New);
        string output = _sandbox.Run("diff", "a.imgp", "b.imgp", "--no-text").Out;
        Assert.DoesNotContain("Compiled", output, StringComparison.Ordinal);
        Assert.Contains("2 changes in 1 file.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_mean_the_same_are_no_change()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write(
            "b.imgp",
            "// the den comes first\ndetails { object den \"an old den\" { at: left } }\nsubject \"a red fox\"\n"
        );
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp");
        Assert.Equal((0, "Nothing changed in meaning.\n"), (result.Code, result.Out));
    }

    [Fact]
    public void Another_order_of_sentences_is_a_note()
    {
        _sandbox.Write("a.imgp", "negatives: [\"people\", \"boats\"]\nsubject: \"a fox\"\n");
        _sandbox.Write("b.imgp", "negatives: [\"boats\", \"people\"]\nsubject: \"a fox\"\n");
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp", "--no-text");
        Assert.Equal(0, result.Code);
        Assert.Contains("only the order of sentences", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_are_compared_by_path_and_by_what_their_files_say()
    {
        _sandbox.Write("old/same.imgp", Old);
        _sandbox.Write("old/changed.imgp", Old);
        _sandbox.Write("old/gone.imgp", "subject: \"a lighthouse above the rocks at dusk\"\n");
        _sandbox.Write("old/before.imgp", "title: \"x\"\nsubject: \"three jars of plum jam on a blue shelf\"\n");
        _sandbox.Write("new/same.imgp", Old);
        _sandbox.Write("new/changed.imgp", New);
        _sandbox.Write("new/come.imgp", "subject: \"a bicycle\"\n");
        _sandbox.Write("new/sub/after.imgp", "title: \"x\"\nsubject: \"four jars of plum jam on a blue shelf\"\n");
        CliResult result = _sandbox.Run("diff", "old", "new", "--no-text");
        Assert.Equal(
            """
            changed.imgp
              Subject
                ~ The subject changes: a red [-fox-]{+hare+}
              Details
                ~ The place of object den changes from left to right.

            + come.imgp is a new file.
              Price
                new: at least $0.00002, plus unknown

            - gone.imgp is gone.
              Price
                gone: at least $0.00005, plus unknown

            ~ sub/after.imgp was before.imgp.
              Subject
                ~ The subject changes: [-three-]{+four+} jars of plum jam on a blue shelf

            6 changes in 4 files.

            """,
            result.Out
        );
    }

    [Fact]
    public void Json_is_what_its_schema_says()
    {
        _sandbox.Write("a.imgp", Old + "param mood: text = \"calm\"\npurpose: \"${mood}\"\n");
        _sandbox.Write(
            "b.imgp",
            New + "param mood: text = \"loud\"\npurpose: \"${mood}\"\nstyle { medium: \"😀\", finish: \"x\" }\n"
        );
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp", "--format", "json");
        Assert.Empty(JsonSchema.Check("diff", result.Out));
        Assert.Contains("\"path\": \"details.object den.at\"", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"consequences\": [\n            {", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"column\": 30", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_shows_what_authors_wrote_as_text()
    {
        _sandbox.Write("a.imgp", "subject: \"a <b>fox</b> seen by @somebody in #12 | *now*\"\n");
        _sandbox.Write("b.imgp", "subject: \"a <b>hare</b> seen by @somebody in #12 | *now*\"\n");
        string output = _sandbox.Run("diff", "a.imgp", "b.imgp", "--format", "markdown").Out;
        Assert.Contains(
            "- The subject changes: a &lt;b&gt;<del>fox</del><ins>hare</ins>&lt;/b&gt; seen by @&#8203;somebody in #&#8203;12 \\| \\*now\\*\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("<pre>Subject: a &lt;b&gt;<del>fox</del>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_fits_into_a_comment()
    {
        for (int i = 0; i < 300; i++)
        {
            string number = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            _sandbox.Write($"old/{number}.imgp", $"subject: \"{string.Concat(Enumerable.Repeat("a fox ", 60))}\"\n");
            _sandbox.Write($"new/{number}.imgp", $"subject: \"{string.Concat(Enumerable.Repeat("a hare ", 60))}\"\n");
        }

        string output = _sandbox.Run("diff", "old", "new", "--format", "markdown").Out;
        Assert.InRange(output.Length, 10_000, 60_000);
        Assert.EndsWith("_More has changed than fits into a comment._\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_take_the_place_of_brackets()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b.imgp", New);
        string output = _sandbox.Run("diff", "a.imgp", "b.imgp", "--color", "always").Out;
        Assert.Contains("a red \e[31mfox\e[0m\e[32mhare\e[0m", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_authors_write_does_not_steer_the_terminal()
    {
        _sandbox.Write("a.imgp", "subject: \"a fox\"\n");
        _sandbox.Write("b.imgp", "subject: \"a \\u{1B}[2J fox\"\n");
        Assert.DoesNotContain("\e", _sandbox.Run("diff", "a.imgp", "b.imgp").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_compile_any_more_is_a_change()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b.imgp", "subject:\n");
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp");
        Assert.Equal(1, result.Code);
        Assert.Contains("one that does not compile (IMG0101", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_and_defaults_count_for_both_versions()
    {
        _sandbox.Write("promptc.yaml", "defaults: { quality: low }\n");
        _sandbox.Write("a.imgp", "param season: text = \"spring\"\nsubject: \"a hill in ${season}\"\n");
        _sandbox.Write("b.imgp", "param season: text = \"autumn\"\nsubject: \"a hill in ${season}\"\n");
        CliResult result = _sandbox.Run("diff", "a.imgp", "b.imgp", "--set", "season=winter", "--no-text");
        Assert.Contains("default of parameter season changes", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("subject", result.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Exit_zero_is_for_scripts()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b.imgp", New);
        Assert.Equal(0, _sandbox.Run("diff", "a.imgp", "b.imgp", "--exit-zero").Code);
    }

    [Fact]
    public void A_file_and_a_folder_are_not_compared()
    {
        _sandbox.Write("a.imgp", Old);
        _sandbox.Write("b/b.imgp", New);
        CliResult result = _sandbox.Run("diff", "a.imgp", "b");
        Assert.Equal(2, result.Code);
        Assert.Contains("`b` is a folder, and the other is a file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_repository_there_are_no_revisions()
    {
        CliResult result = _sandbox.Run("diff");
        Assert.Equal(2, result.Code);
        Assert.Contains("not a git repository", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_git_there_are_no_revisions()
    {
        (int code, _, string error) = Executable.Run(
            _sandbox.Folder,
            $"PATH=/nonexistent exec {Executable.Path} diff HEAD"
        );
        Assert.Equal(2, code);
        Assert.Contains("there is no `git` on the PATH", error, StringComparison.Ordinal);
    }
}
