using System.Text.Json;
using PromptDsl.Cli.Tests.Docs;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Linting;

public sealed class LintVerbTests : IDisposable
{
    private const string Unused = "param season: text = \"autumn\"\nsubject: \"a red kite\"\n";
    private const string UnusedFile = "use \"lib.imgp\" as lib\nsubject: \"a red kite\"\n";
    private const string Library = "define style house { medium: \"ink\" }\n";
    private const string Clean = "subject: \"a red kite\"\n";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Findings_of_rules_and_of_the_compiler_fail_the_run()
    {
        _sandbox.Write("a.imgp", Unused);
        _sandbox.Write("b.imgp", "subject \"x\" { moood: \"a\" }\n");
        CliResult result = Lint("--format", "concise");
        Assert.Equal(1, result.Code);
        Assert.Contains("a.imgp:1:7: warning IMG3801", result.Out, StringComparison.Ordinal);
        Assert.Contains("b.imgp:1:15: error IMG1001", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, Lint("--exit-zero").Code);
    }

    [Fact]
    public void Hints_never_fail_and_are_shown_on_request()
    {
        _sandbox.Write("a.imgp", "subject: \"a suitable lamp\"\n");
        CliResult result = Lint("--select", "IMG3406", "--format", "concise");
        Assert.Equal((0, ""), (result.Code, result.Out));
        Assert.Contains("IMG3406", Lint("--select", "IMG3406", "--hints").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--select", "IMG3801")]
    [InlineData("--select", "unused-parameter")]
    [InlineData("--select", "img38")]
    [InlineData("--select", "wording,hygiene")]
    [InlineData("--ignore", "wording")]
    public void What_is_selected_is_reported(string option, string value)
    {
        _sandbox.Write("a.imgp", Unused);
        Assert.Contains("IMG3801", Lint(option, value).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ignore", "IMG3801")]
    [InlineData("--ignore", "hygiene")]
    [InlineData("--ignore", "IMG3")]
    [InlineData("--select", "contradictions")]
    public void What_is_not_selected_is_not(string option, string value)
    {
        _sandbox.Write("a.imgp", Unused);
        Assert.DoesNotContain("IMG3801", Lint(option, value).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--select", "unused-paramter", "unused-parameter")]
    [InlineData("--select", "hygeine", "hygiene")]
    [InlineData("--ignore", "IMG0101", "stays one")]
    [InlineData("--select", "zzzzzzzzzzzz", "completeness")]
    [InlineData("--max-warnings", "many", "--max-warnings 10")]
    [InlineData("--baseline", "none.json", "--update-baseline")]
    [InlineData("--changed-since", "HEAD", "revisions cannot be compared here")]
    public void A_wrong_value_is_refused_with_what_to_do(string option, string value, string help)
    {
        _sandbox.Write("a.imgp", Unused);
        CliResult result = Lint(option, value);
        Assert.Equal(2, result.Code);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fix", "--add-suppressions")]
    [InlineData("--add-suppressions", "--quiet")]
    [InlineData("--update-baseline", "--quiet")]
    [InlineData("--statistics", "--format=json")]
    public void Options_that_make_no_sense_together_are_refused(string first, string second)
    {
        _sandbox.Write("a.imgp", Unused);
        Assert.Equal(2, Lint(first, second).Code);
        Assert.Equal(Unused, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void Fixes_are_made_until_none_is_left()
    {
        _sandbox.Write("lib.imgp", Library);
        _sandbox.Write("a.imgp", "// promptc-ignore-file IMG3406, IMG3101: x\n" + UnusedFile);
        CliResult result = Lint("--fix", "--select", "hygiene");
        Assert.Equal(0, result.Code);
        Assert.Equal(Library, _sandbox.Read("lib.imgp"));
        Assert.Equal(
            "subject: \"a red kite\"\n",
            _sandbox
                .Read("a.imgp")
                .Replace("// promptc-ignore-file IMG3406, IMG3101: x\n", "", StringComparison.Ordinal)
        );
        Assert.Contains("fixed, 0 left", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unsafe_fixes_are_made_only_on_request()
    {
        _sandbox.Write("a.imgp", Unused);
        CliResult safe = Lint("--fix", "--select", "IMG3801");
        Assert.Equal(1, safe.Code);
        Assert.Contains("0 fixed, 1 left (--unsafe-fixes makes 1 more).", safe.Error, StringComparison.Ordinal);
        Assert.Equal(Unused, _sandbox.Read("a.imgp"));
        Assert.Equal(0, Lint("--unsafe-fixes", "--select", "IMG3801").Code);
        Assert.Equal(Clean, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void A_difference_is_shown_and_nothing_written()
    {
        _sandbox.Write("lib.imgp", Library);
        _sandbox.Write("a.imgp", UnusedFile);
        CliResult result = Lint("--diff");
        Assert.Equal(1, result.Code);
        Assert.Contains("-use \"lib.imgp\" as lib", result.Out, StringComparison.Ordinal);
        Assert.Equal(UnusedFile, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void A_file_with_syntax_errors_is_not_fixed()
    {
        const string Broken = "use \"lib.imgp\" as lib\nsubject: \"a red kite\nstyle {\n";
        _sandbox.Write("lib.imgp", Library);
        _sandbox.Write("a.imgp", Broken);
        Assert.Equal(1, Lint("--unsafe-fixes").Code);
        Assert.Equal(Broken, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void A_fix_in_a_used_file_is_made_there_once()
    {
        _sandbox.Write("other.imgp", Library);
        _sandbox.Write("lib.imgp", "use \"other.imgp\" as other\n" + Library);
        string user = "use \"lib.imgp\" as lib\nsubject: \"a kite\"\nstyle { include lib.house }\n";
        _sandbox.Write("a.imgp", user);
        _sandbox.Write("b.imgp", user);
        Assert.Equal(0, Lint("--fix", "--select", "IMG3802").Code);
        Assert.Equal(Library, _sandbox.Read("lib.imgp"));
        Assert.Equal(user, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void Standard_input_is_a_filter_when_it_is_fixed()
    {
        _sandbox.Write("lib.imgp", Library);
        CliResult result = _sandbox.RunWithInput(
            UnusedFile,
            "lint",
            "--isolated",
            "--fix",
            "-",
            "--stdin-filename",
            "x.imgp",
            "--select",
            "IMG3802"
        );
        Assert.Equal((0, Clean), (result.Code, result.Out));
        CliResult unchanged = _sandbox.RunWithInput(Unused, "lint", "--isolated", "--fix", "-", "--select", "IMG3801");
        Assert.Equal((1, Unused), (unchanged.Code, unchanged.Out));
        Assert.Contains("IMG3801", unchanged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Suppressions_are_added_with_a_reason_and_leave_nothing_to_report()
    {
        _sandbox.Write(
            "a.imgp",
            "param season: text = \"autumn\"\nsubject: \"\"\"\n  a suitable lamp\n  in the fog\n  \"\"\"\n\ndetails {\n  object \"an appropriate chair\"\n}\n"
        );
        CliResult result = Lint(
            "--select",
            "IMG3801,IMG3406",
            "--hints",
            "--add-suppressions",
            "--reason",
            "the client wants it"
        );
        Assert.Equal(0, result.Code);
        Assert.Contains("3 suppressed, 0 left.", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            "// promptc-ignore-next-line IMG3801: the client wants it\nparam season: text = \"autumn\"\n// promptc-ignore-next-line IMG3406: the client wants it\nsubject: \"\"\"\n  a suitable lamp\n  in the fog\n  \"\"\"\n\ndetails {\n  // promptc-ignore-next-line IMG3406: the client wants it\n  object \"an appropriate chair\"\n}\n",
            _sandbox.Read("a.imgp")
        );
        Assert.Equal(0, _sandbox.Run("fmt", "--check").Code);
        Assert.Equal(0, Lint("--select", "IMG3801,IMG3406", "--warnings-as-errors", "--hints").Code);
    }

    [Fact]
    public void Build_and_plan_honour_suppressions()
    {
        const string Text =
            "param left: text = \"x\" // promptc-ignore IMG1054: the name is right\nsubject: \"a ${left}\"\n";
        _sandbox.Write("a.imgp", Text.Replace("IMG1054", CodeOfWarning(), StringComparison.Ordinal));
        Assert.Equal("", _sandbox.Run("build", "--warnings-as-errors", "--quiet").Out);
        Assert.DoesNotContain("warning", _sandbox.Run("plan", "--warnings-as-errors").Error, StringComparison.Ordinal);

        string CodeOfWarning()
        {
            _sandbox.Write("a.imgp", Text.Split(" //")[0] + "\nsubject: \"a ${left}\"\n");
            string output = _sandbox.Run("build", "--format", "concise", "--quiet").Out;
            return output.Split(' ')[2];
        }
    }

    [Fact]
    public void A_baseline_holds_what_was_there_whatever_moves()
    {
        _sandbox.Write("art/a.imgp", Unused);
        CliResult made = Lint("--select", "hygiene", "--baseline", "lint-baseline.json", "--update-baseline");
        Assert.Equal(0, made.Code);
        Assert.Empty(JsonSchema.Check("baseline", _sandbox.Read("lint-baseline.json")));
        Assert.DoesNotContain("Found", made.Error, StringComparison.Ordinal);

        _sandbox.Write("art/a.imgp", "// moved\n\n" + Unused.Replace(": text", ":  text", StringComparison.Ordinal));
        Assert.Equal(0, Baselined().Code);

        _sandbox.Write("art/a.imgp", Unused + "param place: text = \"pier\"\n");
        CliResult more = Baselined();
        Assert.Equal(1, more.Code);
        Assert.Contains("place", more.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("season", more.Out, StringComparison.Ordinal);

        _sandbox.Write("art/a.imgp", Clean);
        CliResult fixedNow = Baselined();
        Assert.Equal(0, fixedNow.Code);
        Assert.Contains("art/a.imgp: IMG3801 is fixed", fixedNow.Error, StringComparison.Ordinal);
        Lint("--select", "hygiene", "--baseline", "lint-baseline.json", "--update-baseline");
        Assert.DoesNotContain("IMG3801", _sandbox.Read("lint-baseline.json"), StringComparison.Ordinal);

        CliResult Baselined() => Lint("--select", "hygiene", "--baseline", "lint-baseline.json");
    }

    [Fact]
    public void What_a_run_does_not_look_at_stays_in_the_baseline()
    {
        _sandbox.Write("a.imgp", Unused);
        _sandbox.Write("b.imgp", Unused);
        Lint("--select", "hygiene", "--baseline", "base.json", "--update-baseline");
        string all = _sandbox.Read("base.json");
        Lint("a.imgp", "--select", "hygiene", "--baseline", "base.json", "--update-baseline");
        Assert.Equal(all, _sandbox.Read("base.json"));
        Lint("--select", "IMG3802", "--baseline", "base.json", "--update-baseline");
        Assert.Equal(all, _sandbox.Read("base.json"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"schema\": 1}")]
    [InlineData("{\"schema\": 1, \"findings\": [{}]}")]
    [InlineData("{\"schema\": 2, \"findings\": []}")]
    [InlineData("no json")]
    public void A_file_that_is_no_baseline_is_refused(string content)
    {
        _sandbox.Write("a.imgp", Clean);
        _sandbox.Write("base.json", content);
        CliResult result = Lint("--baseline", "base.json");
        Assert.Equal(2, result.Code);
        Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_up_to_a_number_are_accepted()
    {
        _sandbox.Write("a.imgp", Unused);
        Assert.Equal(0, Lint("--select", "hygiene", "--max-warnings", "1").Code);
        Assert.Equal(1, Lint("--select", "hygiene", "--max-warnings", "0").Code);
        Assert.Equal(1, Lint("--select", "hygiene", "--max-warnings", "1", "--warnings-as-errors").Code);
    }

    [Fact]
    public void Statistics_count_by_code()
    {
        _sandbox.Write("a.imgp", Unused);
        _sandbox.Write("b.imgp", Unused);
        CliResult result = Lint("--select", "hygiene", "--statistics", "--format", "json:findings.json");
        Assert.Equal(
            "count  code     severity  fixable  name\n2      IMG3801  warning   unsafe   unused-parameter\n",
            result.Out
        );
        Assert.Empty(JsonSchema.Check("findings", _sandbox.Read("findings.json")));
    }

    [Fact]
    public void Plain_prompts_are_read_in_text_and_in_markdown()
    {
        _sandbox.Write("a.txt", "A suitable lamp.\n\nAn appropriate chair.\n");
        _sandbox.Write(
            "b.md",
            "# A suitable title\n\n```prompt\nA suitable lamp.\n```\n\n```sh\nsuitable\n```\n\n~~~text\n알아서 그려 줘\n~~~\n"
        );
        _sandbox.Write("c.prompt", "A suitable lamp.");
        CliResult result = Lint("a.txt", "b.md", "--hints", "--select", "IMG3406", "--format", "concise");
        Assert.Equal(["a.txt:1:3", "a.txt:3:4", "b.md:4:3", "b.md:12:1"], Places(result));
        Assert.Equal(
            ["c.prompt:1:3"],
            Places(Lint("c.prompt", "--text", "--hints", "--select", "IMG3406", "--format", "concise"))
        );
        Assert.Equal(
            ["a.txt:1:3", "a.txt:3:4"],
            Places(Lint("*.txt", "--text-per-line", "--hints", "--select", "IMG3406", "--format", "concise"))
        );
        CliResult input = _sandbox.RunWithInput(
            "a suitable lamp",
            "lint",
            "--text",
            "-",
            "--hints",
            "--select",
            "IMG3406",
            "--format",
            "concise"
        );
        Assert.Equal(["<stdin>:1:3"], Places(input));
    }

    [Fact]
    public void The_order_does_not_depend_on_which_file_is_done_first()
    {
        for (int i = 0; i < 40; i++)
        {
            _sandbox.Write($"f{i:00}.imgp", Unused + new string('\n', (40 - i) * 50));
        }

        string[] expected = [.. Enumerable.Range(0, 40).Select(i => $"f{i:00}.imgp:1:7")];
        for (int round = 0; round < 5; round++)
        {
            Assert.Equal(expected, Places(Lint("--select", "hygiene", "--format", "concise")));
        }
    }

    [Fact]
    public void A_template_beside_its_users_lacks_nothing()
    {
        _sandbox.Write("base.imgp", "param topic: text\nparam unused: text = \"x\"\nsubject: \"about ${topic}\"\n");
        _sandbox.Write("a.imgp", "use \"base.imgp\" as base\nextends base { topic: \"tides\" }\n");
        Assert.Equal(["base.imgp:2:7"], Places(Lint("--select", "hygiene", "--format", "concise")));
    }

    [Fact]
    public void An_interrupt_ends_with_130_and_writes_nothing()
    {
        _sandbox.Write("lib.imgp", Library);
        _sandbox.Write("a.imgp", UnusedFile);
        FakeHost host = _sandbox.Host();
        host.Interrupt.Cancel();
        Assert.Equal(130, Sandbox.Run(host, "lint", "--fix").Code);
        Assert.Equal(UnusedFile, _sandbox.Read("a.imgp"));
    }

    [Fact]
    public void Severities_options_and_words_come_from_the_configuration()
    {
        _sandbox.Write(
            "promptc.yaml",
            "diagnostics:\n  delegated-choice: error\n  wording: off\n  hygiene: hint\nlexicon:\n  delegated-choice:\n    delegated: { en: [\"On Brand\"], ko: [\"느낌대로\"] }\n"
        );
        _sandbox.Write("a.imgp", "param season: text = \"autumn\"\nsubject: \"an on-brand lamp, 느낌대로\"\n");
        CliResult result = Lint("--select", "IMG3406,IMG3801", "--format", "concise", "--hints");
        Assert.Equal(1, result.Code);
        Assert.Equal(3, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("hint IMG3801", result.Out, StringComparison.Ordinal);
        Assert.Contains("error IMG3406 the words \"on-brand\"", result.Out, StringComparison.Ordinal);
        Assert.Contains("error IMG3406 the words \"느낌대로\"", result.Out, StringComparison.Ordinal);
        string shown = _sandbox.Run("config", "show").Out;
        Assert.Contains("lexicon.delegated-choice.delegated", shown, StringComparison.Ordinal);
        Assert.Contains("diagnostics.IMG3406", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diagnostics: { hygeine: off }", "hygiene")]
    [InlineData("diagnostics: { IMG0101: off }", "stays one")]
    [InlineData("rules: { unused-paramter: {} }", "unused-paramter")]
    [InlineData("rules: { unused-parameter: { max: 3 } }", "has no options")]
    [InlineData("lexicon: { delegated-chioce: {} }", "delegated-choice")]
    [InlineData("lexicon: { delegated-choice: { delegate: {} } }", "delegated")]
    [InlineData("lexicon: { delegated-choice: { delegated: { jp: [] } } }", "en, ko")]
    [InlineData("lexicon: { delegated-choice: { delegated: { en: [\" \"] } } }", "without a letter")]
    [InlineData("lexicon: { delegated-choice: { delegated: { en: word } } }", "a list of words")]
    public void A_wrong_configuration_is_shown_with_what_to_do(string configuration, string says)
    {
        _sandbox.Write("promptc.yaml", configuration + "\n");
        _sandbox.Write("a.imgp", Clean);
        CliResult result = Lint();
        Assert.Equal(2, result.Code);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_written()
    {
        _sandbox.Write("lib.imgp", Library);
        _sandbox.Write("한 글/b.imgp", "use \"../lib.imgp\" as lib\nsubject: \"😀 kite\"\nsubject: \"two\"\n");
        _sandbox.Write("a.imgp", Unused);
        string[] formats = ["full", "concise", "json", "sarif", "github", "gitlab", "junit"];
        Assert.Equal(1, Lint([.. formats.SelectMany(f => new[] { "--format", $"{f}:out/{f}" })]).Code);
        Assert.Empty(SarifStructure.Check(_sandbox.Read("out/sarif")));
        Assert.All(formats, f => Assert.Contains("IMG3801", _sandbox.Read($"out/{f}"), StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_says_what_is_suppressed_and_why()
    {
        _sandbox.Write("a.imgp", "// promptc-ignore-file IMG3801: set from outside\n" + Unused);
        CliResult result = Lint("--select", "hygiene", "--format", "sarif");
        Assert.Equal(0, result.Code);
        using JsonDocument log = JsonDocument.Parse(result.Out);
        JsonElement suppression = log
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")[0]
            .GetProperty("suppressions")[0];
        Assert.Equal("inSource", suppression.GetProperty("kind").GetString());
        Assert.Equal("set from outside", suppression.GetProperty("justification").GetString());
        Assert.Empty(SarifStructure.Check(result.Out));
    }

    private CliResult Lint(params string[] arguments) => _sandbox.Run(["lint", .. arguments]);

    private static string[] Places(CliResult result) =>
        [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ")[0])];
}
