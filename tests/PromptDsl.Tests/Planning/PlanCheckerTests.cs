using PromptDsl.Diagnostics;
using PromptDsl.Planning;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Tests.Planning;

public class PlanCheckerTests
{
    private const string Square = """technical { model: "gpt-image-2", aspect: 1:1, quality: medium }""";

    private const string Pipeline = """
        subject: "a red fox"
        technical { model: "gpt-image-2", aspect: 1:1 }
        stage draft { technical { quality: low } }
        stage final { change: "let it snow", technical { quality: high } }
        """;

    [Theory]
    [InlineData("0.0535", null)]
    [InlineData("0.0534", "the run costs $0.0535 ($0.0534 to $0.054), and its budget is $0.0534")]
    [InlineData("0", "the run costs $0.0535 ($0.0534 to $0.054), and its budget is $0.00")]
    public void What_a_run_is_expected_to_cost_is_held_against_its_budget(string budget, string? message) =>
        AssertMessages($"subject: \"a red fox\"\n{Square}", Run(budget), message);

    [Theory]
    [InlineData("0.212", null)]
    [InlineData("0.2", "the run costs $0.0064 to $0.212, and its budget is $0.20")]
    public void The_most_it_can_cost_counts_when_nothing_says_what_to_expect(string budget, string? message) =>
        AssertMessages(
            "subject: \"a red fox\"\n" + Square.Replace("medium", "auto", StringComparison.Ordinal),
            Run(budget),
            message
        );

    [Theory]
    [InlineData("0.10", false, "the run costs at least $0.2178, plus unknown, and its budget is $0.10")]
    [InlineData("0.10", true, "the run costs at least $0.2178, plus unknown, and its budget is $0.10")]
    [InlineData("0.30", false, "the run costs at least $0.2178, plus unknown, and its budget is $0.30")]
    [InlineData("0.30", true, null)]
    public void An_unknown_price_needs_permission_and_what_is_known_counts(
        string budget,
        bool isAllowed,
        string? message
    ) => AssertMessages(Pipeline, Run(budget) with { AllowsUnknownPrice = isAllowed }, message);

    [Fact]
    public void A_price_of_which_nothing_is_known_says_so()
    {
        Diagnostic finding = Assert.Single(
            Check("subject: \"a red fox\"\ntechnical { model: \"chatgpt-image-latest\" }", Run("1"))
        );
        Assert.Equal("the price of the run is not known, and its budget is $1.00", finding.Message);
        Assert.Equal("the price of text input of `chatgpt-image-latest` is not known", finding.Primary.Text);
    }

    [Fact]
    public void A_budget_points_at_the_dearest_stage()
    {
        Diagnostic finding = Assert.Single(Check(Pipeline, Run("0.10")));
        Assert.Equal("stage final", finding.Primary.Place.Text);
        Assert.Equal("`final` costs at least $0.2114, plus unknown", finding.Primary.Text);
    }

    [Fact]
    public void A_file_has_a_budget_of_its_own()
    {
        PlanSource cheap = PlanCase.Compile($"subject: \"a red fox\"\n{Square}", "cheap.imgp");
        PlanSource dear = PlanCase.Compile(
            "subject: \"a red fox\"\n" + Square.Replace("medium", "high", StringComparison.Ordinal),
            "dear.imgp"
        );
        var options = new PlanOptions { MaxCostPerFile = new Money(0.10m) };
        Diagnostic finding = Assert.Single(
            PlanChecker.CheckBudgets(PlanCase.PlanOf(cheap, dear), [cheap, dear], options)
        );
        Assert.Equal("the file costs $0.2115 ($0.2114 to $0.212), and its budget is $0.10", finding.Message);
        Assert.Equal("dear.imgp", finding.Source.Path);
    }

    [Theory]
    [InlineData("high")]
    [InlineData("xhigh")]
    [InlineData("max")]
    public void A_draft_in_final_quality_is_pointed_out(string quality)
    {
        Diagnostic finding = Assert.Single(
            Check(
                Pipeline
                    .Replace("quality: low", $"quality: {quality}", StringComparison.Ordinal)
                    .Replace("\"gpt-image-2\"", "\"gpt-image-2.5-flare\"", StringComparison.Ordinal)
            )
        );
        Assert.Equal("IMG3702", finding.Code);
        Assert.Equal($"stage `draft` is made in quality {quality} and then drawn again", finding.Message);
        Assert.Equal(quality, finding.Primary.Place.Text);
        Assert.Equal("stage final", Assert.Single(finding.Secondary).Place.Text);
        Assert.Empty(Check(Assert.Single(finding.Fixes).ApplyTo(finding.Source.Text)));
    }

    [Fact]
    public void A_quality_that_drafts_and_finals_share_is_pointed_out_once_and_not_changed()
    {
        Diagnostic finding = Assert.Single(
            Check(
                """
                subject: "a red fox"
                technical { model: "gpt-image-2", aspect: 1:1, quality: high }
                stage one
                stage two { change: "let it snow" }
                stage three { change: "let it get dark" }
                """
            )
        );
        Assert.Equal("stages `one`, `two` are made in quality high and then drawn again", finding.Message);
        Assert.Empty(finding.Fixes);
    }

    [Theory]
    [InlineData("change: \"let it snow\", mask: \"sky.png\"")]
    [InlineData("from: none, subject: \"another fox\"")]
    public void A_picture_that_is_not_drawn_again_is_no_draft(string second) =>
        Assert.Empty(
            Check(
                $$"""
                subject: "a red fox"
                technical { model: "gpt-image-2", aspect: 1:1, quality: high }
                stage one
                stage two { {{second}} }
                """
            )
        );

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "the file makes 17 combinations, and each is paid for")]
    public void Many_combinations_are_pointed_out(int count, string? message)
    {
        string moods = string.Join(", ", Enumerable.Range(1, count).Select(n => $"\"mood {n}\""));
        AssertMessages($"vary subject.mood [{moods}]\nsubject: \"a red fox\"\n{Square}", PlanOptions.Default, message);
    }

    private static PlanOptions Run(string budget) =>
        new() { MaxCost = new Money(decimal.Parse(budget, System.Globalization.CultureInfo.InvariantCulture)) };

    private static void AssertMessages(string text, PlanOptions options, string? message) =>
        Assert.Equal(message is null ? [] : [message], Check(text, options).Select(d => d.Message));

    private static IEnumerable<Diagnostic> Check(string text, PlanOptions? options = null)
    {
        PlanSource source = PlanCase.Compile(text);
        return PlanChecker
            .CheckFile(source.Result)
            .Concat(PlanChecker.CheckBudgets(PlanCase.PlanOf(source), [source], options ?? PlanOptions.Default));
    }
}
