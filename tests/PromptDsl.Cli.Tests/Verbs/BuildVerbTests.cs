using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class BuildVerbTests : IDisposable
{
    private const string Picture = "subject: \"a red kite\"\n";
    private const string Stages = "subject: \"a red kite\"\n\nstage layout\n\nstage 빛 {\n  change: \"add light\"\n}\n";
    private const string Broken = "subject:\n";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_file_becomes_a_folder_like_its_path()
    {
        _sandbox.Write("art/kite.imgp", Picture);
        CliResult result = _sandbox.Run("build");
        Assert.Equal((0, "", "1 prompt from 1 file in dist/\n"), (result.Code, result.Out, result.Error));
        Assert.Equal(
            [
                "art/kite.imgp",
                "dist/art/kite/manifest.json",
                "dist/art/kite/map.json",
                "dist/art/kite/prompt.txt",
                "dist/art/kite/request.json",
            ],
            _sandbox.Files()
        );
        Assert.Equal("Subject: a red kite.\n", _sandbox.Read("dist/art/kite/prompt.txt"));
        Assert.Contains(
            "\"prompt\": \"Subject: a red kite.\"",
            _sandbox.Read("dist/art/kite/request.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_output_lies_in_the_project_wherever_the_tool_is_called()
    {
        _sandbox.Write("art/kite.imgp", Picture);
        CliResult result = Sandbox.Run(_sandbox.Host("art"), "build", "kite.imgp");
        Assert.Equal("1 prompt from 1 file in ../dist/\n", result.Error);
        Assert.True(_sandbox.Exists("dist/art/kite/prompt.txt"));
    }

    [Fact]
    public void The_folder_can_be_configured_and_given()
    {
        _sandbox.Write("kite.imgp", Picture);
        _sandbox.Write("promptc.yaml", "defaults: { output: made }\n");
        _sandbox.Run("build");
        _sandbox.Run("build", "--out", "other");
        Assert.True(_sandbox.Exists("made/kite/prompt.txt"));
        Assert.True(_sandbox.Exists("other/kite/prompt.txt"));
        Assert.False(_sandbox.Exists("dist"));
    }

    [Fact]
    public void Stages_and_variants_have_names_of_their_own()
    {
        _sandbox.Write("a.imgp", "param season: choice [\"봄\", \"가을\"] = \"봄\"\n\nvary season\n\n" + Stages);
        _sandbox.Run("build");
        Assert.Equal(
            [
                "dist/a/manifest.json",
                "dist/a/season=가을/layout.map.json",
                "dist/a/season=가을/layout.prompt.txt",
                "dist/a/season=가을/layout.request.json",
                "dist/a/season=가을/빛.map.json",
                "dist/a/season=가을/빛.prompt.txt",
                "dist/a/season=가을/빛.request.json",
            ],
            _sandbox
                .Files()
                .Where(f =>
                    f.StartsWith("dist/", StringComparison.Ordinal) && !f.Contains("=봄", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void With_an_error_anywhere_nothing_is_written()
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("b.imgp", Broken);
        CliResult result = _sandbox.Run("build", "--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("b.imgp:1:8: error IMG0101", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", result.Error, StringComparison.Ordinal);
        Assert.False(_sandbox.Exists("dist"));
    }

    [Fact]
    public void What_is_current_is_not_written_again()
    {
        _sandbox.Write("a.imgp", Stages);
        _sandbox.Run("build");
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_sandbox.PathOf("dist/a/layout.prompt.txt"), before);
        _sandbox.Run("build");
        Assert.Equal(before, File.GetLastWriteTimeUtc(_sandbox.PathOf("dist/a/layout.prompt.txt")));
    }

    [Fact]
    public void A_renamed_stage_leaves_nothing_and_notes_stay()
    {
        _sandbox.Write("a.imgp", Stages);
        _sandbox.Run("build");
        _sandbox.Write("dist/a/notes.md", "mine");
        _sandbox.Write("a.imgp", Stages.Replace("layout", "sketch", StringComparison.Ordinal));
        Assert.Equal(0, _sandbox.Run("build").Code);
        Assert.False(_sandbox.Exists("dist/a/layout.prompt.txt"));
        Assert.True(_sandbox.Exists("dist/a/sketch.prompt.txt"));
        Assert.Equal("mine", _sandbox.Read("dist/a/notes.md"));
    }

    [Fact]
    public void A_file_and_a_folder_of_one_name_do_not_disturb_each_other()
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("a/b.imgp", Picture);
        _sandbox.Run("build");
        _sandbox.Write("a.imgp", Picture.Replace("red", "blue", StringComparison.Ordinal));
        Assert.Equal(0, _sandbox.Run("build").Code);
        Assert.Contains("blue", _sandbox.Read("dist/a/prompt.txt"), StringComparison.Ordinal);
        Assert.Contains("red", _sandbox.Read("dist/a/b/prompt.txt"), StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Run("build", "--check").Code);
    }

    [Fact]
    public void A_file_of_others_in_the_way_is_refused()
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("dist/a/prompt.txt", "mine");
        CliResult result = _sandbox.Run("build");
        Assert.Equal(2, result.Code);
        Assert.Contains("`dist/a/prompt.txt` was not written by promptc", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", _sandbox.Read("dist/a/prompt.txt"));
    }

    [Fact]
    public void Check_lists_what_is_missing_changed_and_extra()
    {
        _sandbox.Write("a.imgp", Stages);
        _sandbox.Run("build");
        Assert.Equal(0, _sandbox.Run("build", "--check").Code);
        File.Delete(_sandbox.PathOf("dist/a/빛.prompt.txt"));
        _sandbox.Write("dist/a/빛.map.json", "{}");
        _sandbox.Write("a.imgp", Stages.Replace("stage layout", "stage sketch", StringComparison.Ordinal));
        string[] before = _sandbox.Files();
        CliResult result = _sandbox.Run("build", "--check");
        Assert.Equal(1, result.Code);
        Assert.Contains("missing: dist/a/빛.prompt.txt\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("missing: dist/a/sketch.prompt.txt\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("changed: dist/a/빛.map.json\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("extra: dist/a/layout.prompt.txt\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(before, _sandbox.Files());
    }

    [Fact]
    public void One_prompt_goes_to_standard_output_as_it_is()
    {
        _sandbox.Write("a.imgp", Picture);
        CliResult result = _sandbox.Run("build", "a.imgp", "--stdout");
        Assert.Equal((0, "Subject: a red kite.\n", ""), (result.Code, result.Out, result.Error));
        Assert.Equal(result.Out, _sandbox.RunWithInput(Picture, "build", "-").Out);
        Assert.False(_sandbox.Exists("dist"));
    }

    [Fact]
    public void Several_prompts_have_headers()
    {
        _sandbox.Write("a.imgp", Stages);
        string[] headers =
        [
            .. _sandbox
                .Run("build", "--stdout")
                .Out.Split('\n')
                .Where(l => l.StartsWith("==>", StringComparison.Ordinal)),
        ];
        Assert.Equal(["==> a.imgp · layout <==", "==> a.imgp · 빛 <=="], headers);
    }

    [Fact]
    public void A_prompt_cannot_steer_a_terminal_but_is_piped_as_it_is()
    {
        _sandbox.Write("a.imgp", "subject: \"a\\u{1B}[31m\"\n");
        Assert.Contains('\e', _sandbox.Run("build", "a.imgp", "--stdout").Out);
        FakeHost host = _sandbox.Host();
        host.IsOutputTerminal = true;
        Assert.Contains(
            @"a\u{1B}[31m",
            Sandbox.Run(host, "build", "a.imgp", "--stdout", "--color", "never").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parameters_come_from_the_command_line_before_the_file()
    {
        _sandbox.Write("a.imgp", "param what: text\nparam where: text\n\nsubject: \"${what} in ${where}\"\n");
        _sandbox.Write("p.yaml", "what: a cat\nwhere: Paris\n");
        string prompt = _sandbox.Run("build", "a.imgp", "--stdout", "--params", "p.yaml", "--set", "what=a=b").Out;
        Assert.Equal("Subject: a=b in Paris.\n", prompt);
    }

    [Fact]
    public void Lists_of_lists_reach_loops()
    {
        _sandbox.Write(
            "a.imgp",
            "param dishes: list\n\nsubject: \"a menu\"\n\ndetails {\n  for [name, price] in dishes {\n    text \"${name} ${price}\"\n  }\n}\n"
        );
        _sandbox.Write("p.yaml", "dishes:\n- [Soup, $9]\n- [Tea, $2]\n");
        CliResult result = _sandbox.Run("build", "a.imgp", "--stdout", "--params", "p.yaml");
        Assert.True(result.Code == 0, result.ToString());
        Assert.Contains("Soup $9", result.Out, StringComparison.Ordinal);
        Assert.Contains("Tea $2", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "what", "gives no value")]
    [InlineData("--set", "=x", "gives no value")]
    [InlineData("--params", "missing.yaml", "it does not exist")]
    [InlineData("--template", "missing.hbs", "it does not exist")]
    [InlineData("--dialect", "prosa", "prosa")]
    public void Wrong_values_are_wrong_usage(string option, string value, string message)
    {
        _sandbox.Write("a.imgp", Picture);
        CliResult result = _sandbox.Run("build", "a.imgp", "--stdout", option, value);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Dialects_come_from_the_command_line_and_the_configuration()
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("t.hbs", "T {{subject.text}}");
        string prose = _sandbox.Run("build", "--stdout").Out;
        string json = _sandbox.Run("build", "--stdout", "--dialect", "json").Out;
        Assert.StartsWith("{", json, StringComparison.Ordinal);
        string template = _sandbox.Run("build", "--stdout", "--template", "t.hbs").Out;
        Assert.StartsWith("T ", template, StringComparison.Ordinal);
        _sandbox.Write("base.yaml", "defaults: { template: t.hbs }\n");
        _sandbox.Write("promptc.yaml", "extends: base.yaml\n");
        Assert.Equal(template, _sandbox.Run("build", "--stdout").Out);
        Assert.Equal(prose, _sandbox.Run("build", "--stdout", "--dialect", "prose").Out);
        _sandbox.Write("promptc.yaml", "extends: base.yaml\ndefaults: { dialect: json }\n");
        Assert.Equal(json, _sandbox.Run("build", "--stdout").Out);
    }

    [Theory]
    [InlineData("a\n{{#each x}}")]
    [InlineData("a\n{{> partial}}")]
    public void A_wrong_template_is_shown(string template)
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("t.hbs", template);
        CliResult result = _sandbox.Run("build", "--stdout", "--template", "t.hbs");
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error: the template cannot be used: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("--> t.hbs:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_left_to_the_files_that_use_it()
    {
        _sandbox.Write("base.imgp", "param what: text\n\nsubject: what\n");
        _sandbox.Write("kite.imgp", "use \"base.imgp\" as base\n\nextends base { what: \"a kite\" }\n");
        CliResult result = _sandbox.Run("build");
        Assert.True(result.Code == 0, result.ToString());
        Assert.Equal("1 prompt from 1 file in dist/; 1 template left to the files that use them\n", result.Error);
        Assert.Equal(1, _sandbox.Run("build", "base.imgp").Code);
        File.Delete(_sandbox.PathOf("kite.imgp"));
        Assert.Equal(1, _sandbox.Run("build").Code);
    }

    [Fact]
    public void Two_sources_for_one_file_are_refused()
    {
        _sandbox.Write("a.imgp", Picture);
        _sandbox.Write("A.imgp", Picture);
        CliResult result = _sandbox.Run("build");
        Assert.Equal(2, result.Code);
        Assert.Contains("would both write", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_in_a_used_file_are_shown_once_and_where_they_are()
    {
        _sandbox.Write("shared/x.imgp", "title:\n");
        _sandbox.Write("a.imgp", "use \"shared/x.imgp\"\n" + Picture);
        _sandbox.Write("b.imgp", "use \"shared/x.imgp\"\n" + Picture);
        string[] lines = Sandbox.Run(_sandbox.Host("shared"), "build", "..", "--format", "concise").Out.Split('\n');
        Assert.Single(lines, l => l.StartsWith("x.imgp:", StringComparison.Ordinal));
    }

    [Fact]
    public void Explaining_a_file_shows_the_line_behind_each_sentence()
    {
        _sandbox.Write("a.imgp", "// A kite.\nsubject: \"a red kite\"\nnegatives: [\"birds\"]\n");
        Assert.Equal(
            """
            ==> a.imgp <==
            Subject: a red kite.
                a.imgp:2  subject: "a red kite"
            Do not include: birds.
                a.imgp:3  negatives: ["birds"]


            """,
            _sandbox.Run("explain", "a.imgp").Out
        );
    }
}
