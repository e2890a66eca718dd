using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Planning;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class PlanVerbTests : IDisposable
{
    private const string Fox =
        "subject: \"a red fox\"\ntechnical { model: \"gpt-image-2\", aspect: 1:1, quality: medium }\n";

    private const string Pipeline = """
        subject: "a red fox"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }
        reference board "refs/board.png" { role: style }
        stage den { variants: 2, select: 2 }
        stage snow { from: none, subject: "fresh snow", technical { via: responses } }
        stage 여우 { from: [den, snow], change: "put the fox into the snow", mask: "refs/mask.png" }
        stage ice { from: snow, change: "let it freeze", technical { via: responses, count: 2, partial-images: 1 } }

        """;

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Stages_are_a_tree_with_arrows()
    {
        _sandbox.Write("fox.imgp", Pipeline);
        _sandbox.WritePicture("refs/board.png", 8, 8);
        _sandbox.WritePicture("refs/mask.png", 1024, 1024);
        CliResult result = _sandbox.Run("plan");
        Assert.Equal(0, result.Code);
        string tree = result.Out[..result.Out.IndexOf("Total", StringComparison.Ordinal)];
        Assert.Equal(
            """
            fox.imgp  at least $0.0362, plus unknown
              den       gpt-image-2  1024x1024  low  2 pictures                at least $0.012, plus unknown
                reads refs/board.png (style)
              snow      gpt-image-2  1024x1024  low  1 picture                 at least $0.006, plus unknown
              │ reads refs/board.png (style)
              ├─► 여우  gpt-image-2  1024x1024  low  1 picture                 at least $0.0061, plus unknown
              │     reads den (edit), refs/board.png (style)
              │     inside the mask refs/mask.png
              └─► ice   gpt-image-2  1024x1024  low  2 pictures in 2 requests  at least $0.012, plus unknown
                    reads refs/board.png (style)
                    continues the conversation of snow
                    streams 1 partial image


            """,
            tree
        );
    }

    [Fact]
    public void A_total_says_what_it_is_based_on_and_what_is_not_known()
    {
        _sandbox.Write("fox.imgp", Fox);
        string text = _sandbox.Run("plan", "--model", "gpt-image-2.6-flare").Out;
        Assert.Contains("Total: 1 request, 1 picture, at least $", text, StringComparison.Ordinal);
        Assert.Contains("- text input: estimated from the characters", text, StringComparison.Ordinal);
        Assert.Contains(
            "- how many output tokens a picture of `gpt-image-2.6-flare` takes is not published (1 stage)",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Prices as of 2026-11-20, read in:\n  - Public price comparisons",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_file_has_the_prices_and_the_pictures_of_its_project()
    {
        const string Studio = "subject: \"a red fox\"\ntechnical { model: \"studio\", size: 512x512, quality: low }\n";
        foreach ((string project, string price) in new[] { ("cheap", "0.25"), ("dear", "4") })
        {
            _sandbox.Write(
                $"{project}/promptc.yaml",
                $"models:\n  studio: {{ text-input-price: 0, output-price: {{ low: {{ 512x512: {price} }} }} }}\n"
            );
            _sandbox.Write($"{project}/fox.imgp", Studio);
        }

        string text = _sandbox.Run("plan").Out;
        Assert.Matches(@"cheap/fox\.imgp\n.* \$0\.25\n", text);
        Assert.Matches(@"dear/fox\.imgp\n.* \$4\.00\n", text);
        Assert.Contains("2 pictures, $4.25\n", text, StringComparison.Ordinal);
        Assert.Contains("(cheap/promptc.yaml:2)", text, StringComparison.Ordinal);
        Assert.Contains("(dear/promptc.yaml:2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_an_input_picture_is_that_of_the_file()
    {
        _sandbox.Write(
            "fox.imgp",
            """
            subject: "a red fox"
            technical { model: "gpt-image-1", aspect: 1:1, quality: low }
            reference board "board.png" { role: style }

            """
        );
        _sandbox.WritePicture("board.png", 512, 512);
        string square = _sandbox.Run("plan", "--as-of", "2026-06-01").Out;
        Assert.DoesNotContain("not known", square, StringComparison.OrdinalIgnoreCase);
        _sandbox.WritePicture("board.png", 512, 1536);
        Assert.NotEqual(square, _sandbox.Run("plan", "--as-of", "2026-06-01").Out);
    }

    [Theory]
    [InlineData("0.06", 0, "")]
    [InlineData("0.05", 1, "IMG3701")]
    public void A_budget_is_kept(string budget, int code, string finding)
    {
        _sandbox.Write("fox.imgp", Fox);
        CliResult result = _sandbox.Run("plan", "--max-cost", budget);
        Assert.Equal(code, result.Code);
        Assert.Contains(finding, result.Out, StringComparison.Ordinal);
        Assert.Contains("Total:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_price_needs_permission()
    {
        _sandbox.Write("fox.imgp", Fox);
        string[] plan = ["plan", "--model", "gpt-image-2.6-flare", "--max-cost", "1"];
        Assert.Equal(1, _sandbox.Run(plan).Code);
        Assert.Equal(0, _sandbox.Run([.. plan, "--allow-unknown-price"]).Code);
        Assert.Equal(0, _sandbox.Run([.. plan, "--exit-zero"]).Code);
    }

    [Theory]
    [InlineData("budgets: { per-run: 0.10 }", "a.imgp: the run costs")]
    [InlineData("budgets: { per-file: 0.05 }", "a.imgp: the file costs b.imgp: the file costs")]
    [InlineData("budgets: { per-run: 1, per-file: 1 }", "")]
    public void A_configuration_has_budgets_for_its_files(string configuration, string findings)
    {
        _sandbox.Write("inner/promptc.yaml", configuration);
        _sandbox.Write("inner/a.imgp", Fox);
        _sandbox.Write("inner/b.imgp", Fox);
        _sandbox.Write("free.imgp", Fox);
        CliResult result = _sandbox.Run("plan", "--format", "json");
        Assert.Equal(findings.Length > 0 ? 1 : 0, result.Code);
        string[] lines =
        [
            .. result
                .Error.Split('\n')
                .Where(l =>
                    l.Contains("IMG3701", StringComparison.Ordinal) || l.Contains("-->", StringComparison.Ordinal)
                ),
        ];
        Assert.Equal(findings.Split("costs", StringSplitOptions.RemoveEmptyEntries).Length, lines.Length / 2);
        Assert.DoesNotContain("free.imgp", result.Error, StringComparison.Ordinal);
        Assert.All(
            findings.Split("costs ", StringSplitOptions.RemoveEmptyEntries),
            f => Assert.Contains(f.Split(": ")[1], result.Error, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_command_line_takes_the_place_of_the_budget_of_a_run()
    {
        _sandbox.Write("promptc.yaml", "budgets: { per-run: 0.01 }");
        _sandbox.Write("fox.imgp", Fox);
        Assert.Equal(1, _sandbox.Run("plan").Code);
        Assert.Equal(0, _sandbox.Run("plan", "--max-cost", "1").Code);
    }

    [Fact]
    public void A_plan_in_json_is_alone_on_standard_output_and_can_be_compared_with()
    {
        _sandbox.Write("fox.imgp", Fox);
        CliResult first = _sandbox.Run("plan", "--format", "json", "--max-cost", "0.01");
        Assert.Equal(1, first.Code);
        Assert.Contains("IMG3701", first.Error, StringComparison.Ordinal);
        Assert.Equal(1, PlanJson.Read(first.Out).Pictures);

        _sandbox.Write("plan.json", first.Out);
        Assert.Contains(
            "Difference: +$0.00  1 unchanged\n",
            _sandbox.Run("plan", "--compare-to", "plan.json").Out,
            StringComparison.Ordinal
        );
        _sandbox.Write("fox.imgp", Fox.Replace("medium", "high", StringComparison.Ordinal));
        Assert.Contains(
            "Difference: +$0.158  1 changed, 0 unchanged\n  ~ fox.imgp: quality medium → high  +$0.158\n",
            _sandbox.Run("plan", "--compare-to", "plan.json").Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Difference: **+$0.158**",
            _sandbox.Run("plan", "--compare-to", "plan.json", "--format", "markdown").Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", "`plan.json` cannot be compared with: it is not a plan")]
    [InlineData("""{ "schema": 7, "plan": {} }""", "`plan.json` cannot be compared with: its schema is 7")]
    public void What_is_no_plan_cannot_be_compared_with(string text, string message)
    {
        _sandbox.Write("fox.imgp", Fox);
        _sandbox.Write("plan.json", text);
        CliResult result = _sandbox.Run("plan", "--compare-to", "plan.json");
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-cost", "cheap")]
    [InlineData("--max-cost", "-1")]
    [InlineData("--compare-to", "missing.json")]
    [InlineData("--format", "yaml")]
    public void What_makes_no_sense_is_wrong_usage(string option, string value)
    {
        _sandbox.Write("fox.imgp", Fox);
        Assert.Equal(2, _sandbox.Run("plan", option, value).Code);
    }

    [Fact]
    public void Files_with_errors_have_no_plan()
    {
        _sandbox.Write("fox.imgp", Fox + "moood: \"calm\"\n");
        CliResult result = _sandbox.Run("plan");
        Assert.Equal(1, result.Code);
        Assert.Contains("IMG", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Total", result.Out, StringComparison.Ordinal);
        Assert.Contains("There is no plan of files with errors.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_of_a_plan_can_be_configured()
    {
        _sandbox.Write(
            "fox.imgp",
            Fox.Replace("medium", "high", StringComparison.Ordinal) + "stage a\nstage b { change: \"let it snow\" }\n"
        );
        Assert.Contains("IMG3702", _sandbox.Run("plan").Out, StringComparison.Ordinal);
        Assert.Equal(1, _sandbox.Run("plan", "--warnings-as-errors").Code);
        _sandbox.Write("promptc.yaml", "diagnostics: { final-quality-in-draft: off }");
        Assert.DoesNotContain("IMG3702", _sandbox.Run("plan").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_plan_costs_nothing()
    {
        _sandbox.Write("colors.imgp", "define color ink #1F3A4D\n");
        CliResult result = _sandbox.Run("plan");
        Assert.Equal("Total: 0 requests, 0 pictures, $0.00\n", result.Out);
        Assert.Equal(0, result.Code);
    }
}
