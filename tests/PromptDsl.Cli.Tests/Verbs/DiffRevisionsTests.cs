using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class DiffRevisionsTests : IDisposable
{
    private readonly GitSandbox _git = new();

    public DiffRevisionsTests()
    {
        _git.Write("shared/brand.imgp", "define color accent #FF5533\n");
        _git.Write("art/fox.imgp", Fox("a red fox"));
        _git.Commit("one");
        _git.Git("tag", "v1");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public void The_working_tree_is_compared_with_head()
    {
        Assert.Equal((0, "Nothing changed in meaning.\n"), Ending(_git.Run("diff")));
        _git.Write("art/fox.imgp", Fox("a grey fox"));
        CliResult result = _git.Run("diff", "--no-text");
        Assert.Equal(
            (1, "art/fox.imgp\n  Subject\n    ~ The subject changes: a [-red-]{+grey+} fox\n\n1 change in 1 file.\n"),
            Ending(result)
        );
        Assert.Equal(result.Out, _git.Run("diff", "HEAD", "--no-text").Out);
        Assert.Equal(result.Out, _git.Run("diff", "art/fox.imgp", "--no-text").Out);
        Assert.Equal(result.Out, _git.Run("diff", "v1", "--no-text", "--", "art").Out);
    }

    [Fact]
    public void Two_revisions_are_compared_whatever_the_working_tree_is()
    {
        _git.Write("art/fox.imgp", Fox("a grey fox"));
        _git.Commit("two");
        _git.Write("art/fox.imgp", "subject:\n");
        CliResult result = _git.Run("diff", "v1", "HEAD", "--no-text");
        Assert.Contains("a [-red-]{+grey+} fox", result.Out, StringComparison.Ordinal);
        Assert.Equal(result.Out, _git.Run("diff", "v1..HEAD", "--no-text").Out);
        Assert.Equal(result.Out, _git.Run("diff", "v1..", "--no-text").Out);
        Assert.Contains("a [-grey-]{+red+} fox", _git.Run("diff", "HEAD", "v1").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Imports_are_read_in_the_same_revision()
    {
        _git.Write("shared/brand.imgp", "define color accent #FF8833\n");
        _git.Commit("two");
        CliResult result = _git.Run("diff", "HEAD~1", "HEAD", "--no-text", "--", "art");
        Assert.Contains(
            "A colour of the palette changes from #FF5533 to #FF8833.",
            result.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_configuration_is_read_in_the_same_revision()
    {
        _git.Write("promptc.yaml", "defaults: { locale: ko }\n");
        _git.Commit("two");
        CliResult result = _git.Run("diff", "HEAD~1", "--no-text");
        Assert.Contains("changes from en to ko", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_read_in_the_same_revision()
    {
        _git.Write("promptc.yaml", "defaults: { template: layout.hbs }\n");
        _git.Write("layout.hbs", "{{text}}");
        _git.Commit("two");
        Assert.Equal(0, _git.Run("diff", "HEAD").Code);
    }

    [Fact]
    public void A_branch_is_compared_with_where_it_began()
    {
        _git.Git("checkout", "--quiet", "-b", "hare");
        _git.Write("art/hare.imgp", "subject: \"a hare\"\n");
        _git.Commit("two");
        _git.Git("checkout", "--quiet", "main");
        _git.Write("art/fox.imgp", Fox("a grey fox"));
        _git.Commit("three");
        CliResult result = _git.Run("diff", "main...hare");
        Assert.StartsWith("+ art/hare.imgp is a new file.\n  Price\n    new: ", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n\n1 change in 1 file.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_are_those_of_the_folder_that_one_stands_in()
    {
        _git.Git("mv", "art/fox.imgp", "art/renard.imgp");
        CliResult result = _git.RunIn("art", "diff");
        Assert.Equal((1, "~ renard.imgp was fox.imgp.\n\n1 change in 1 file.\n"), Ending(result));
        Assert.Equal(1, _git.RunIn("shared", "diff", "--", "../art").Code);
        Assert.Equal(0, _git.RunIn("shared", "diff").Code);
    }

    [Fact]
    public void A_file_that_is_gone_is_named_after_dashes()
    {
        File.Delete(_git.Files.PathOf("art/fox.imgp"));
        Assert.Equal(
            "- art/fox.imgp is gone.\n  Price\n    gone: at least $0.00004, plus unknown\n\n1 change in 1 file.\n",
            _git.Run("diff", "HEAD", "--", "art/fox.imgp").Out
        );
        CliResult result = _git.Run("diff", "HEAD", "art/fox.imgp");
        Assert.Equal(2, result.Code);
        Assert.Contains("Paths that are no files any more stand after `--`", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_be_anything_that_git_and_the_disk_take()
    {
        _git.Write("아트/여우 \"1\".imgp", "subject: \"여우\"\n");
        _git.Commit("two");
        _git.Write("아트/여우 \"1\".imgp", "subject: \"토끼\"\n");
        Assert.Contains("아트/여우 \"1\".imgp", _git.Run("diff").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_files_of_the_same_revision()
    {
        File.CreateSymbolicLink(_git.Files.PathOf("art/brand.imgp"), "../shared/brand.imgp");
        _git.Write(
            "art/owl.imgp",
            "use \"brand.imgp\" as brand\nsubject: \"an owl\"\nstyle { palette: [brand.accent] }\n"
        );
        _git.Commit("two");
        _git.Write("shared/brand.imgp", "define color accent #FF8833\n");
        CliResult result = _git.Run("diff", "HEAD", "--no-text", "--", "art/owl.imgp");
        Assert.Contains("changes from #FF5533 to #FF8833", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_have_the_size_that_they_had()
    {
        const string Board = """
            subject: "a red fox"
            technical { model: "gpt-image-1", aspect: 1:1, quality: low }
            reference board "board.png" { role: style }

            """;
        _git.Write("art/board.imgp", Board);
        _git.Files.WritePicture("art/board.png", 512, 512);
        _git.Write("art/promptc.yaml", "");
        _git.Commit("two");
        _git.Write("art/board.imgp", Board.Replace("low", "high", StringComparison.Ordinal));
        Assert.Contains(
            ": +$0.156\n",
            _git.Run("diff", "--no-text", "--as-of", "2026-06-01").Out,
            StringComparison.Ordinal
        );
        _git.Files.WritePicture("art/board.png", 512, 1536);
        Assert.Contains(
            ": +$0.1586\n",
            _git.Run("diff", "--no-text", "--as-of", "2026-06-01").Out,
            StringComparison.Ordinal
        );
        File.Delete(_git.Files.PathOf("art/board.png"));
        Assert.Contains(
            "plus unknown\n",
            _git.Run("diff", "--no-text", "--as-of", "2026-06-01").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_revision_has_its_own_prices()
    {
        const string Fox = "subject: \"a red fox\"\ntechnical { model: \"studio\", size: 512x512, quality: low }\n";
        _git.Write("promptc.yaml", Studio("0.25"));
        _git.Write("studio.imgp", Fox);
        _git.Commit("two");
        _git.Write("promptc.yaml", Studio("4"));
        _git.Write("studio.imgp", Fox.Replace("red", "grey", StringComparison.Ordinal));
        Assert.Contains(
            "  Price\n    $0.25 → $4.00: +$3.75\n",
            _git.Run("diff", "--no-text", "--", "studio.imgp").Out,
            StringComparison.Ordinal
        );

        static string Studio(string price) =>
            $"models:\n  studio: {{ text-input-price: 0, output-price: {{ low: {{ 512x512: {price} }} }} }}\n";
    }

    [Theory]
    [InlineData("there is no revision `nosuch`", "diff", "nosuch")]
    [InlineData("there is no revision `nosuch`", "diff", "HEAD", "nosuch")]
    [InlineData("there is no revision `nosuch`", "diff", "nosuch", "--", "art")]
    [InlineData("there is no revision `nosuch`", "diff", "main...nosuch")]
    [InlineData("`nosuch` is neither in HEAD nor in the working tree", "diff", "HEAD", "--", "nosuch")]
    [InlineData("is one revision too many", "diff", "HEAD", "HEAD", "HEAD")]
    [InlineData("there is no option `--nosuch`", "diff", "--nosuch")]
    [InlineData("there is no revision `a;b`", "diff", "a;b")]
    public void What_is_not_there_is_said(string message, params string[] arguments)
    {
        CliResult result = _git.Run(arguments);
        Assert.Equal((2, ""), Ending(result));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        Directory.CreateDirectory(_git.Files.PathOf(".git/temporary"));
        Executable.Run(
            _git.Folder,
            "export TMPDIR=$PWD/.git/temporary; promptc diff v1 HEAD; promptc diff v1 nosuch; promptc diff v1"
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(_git.Files.PathOf(".git/temporary")));
        Assert.Equal(["art/fox.imgp", "shared/brand.imgp"], _git.Files.Files());
    }

    private static string Fox(string subject) =>
        $"use \"../shared/brand.imgp\" as brand\nsubject: \"{subject}\"\nstyle {{ palette: [brand.accent] }}\n";

    private static (int Code, string Out) Ending(CliResult result) => (result.Code, result.Out);
}
