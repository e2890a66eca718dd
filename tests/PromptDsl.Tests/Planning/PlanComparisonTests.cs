using PromptDsl.Planning;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Tests.Planning;

public class PlanComparisonTests
{
    private const string Fox = """
        subject: "a red fox"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }
        """;

    [Theory]
    [InlineData("quality: low", "quality: medium", "quality low → medium", "+$0.047")]
    [InlineData("quality: low", "quality: high", "quality low → high", "+$0.205")]
    [InlineData("quality: low", "quality: auto", "quality low → auto", "+$0.00 at the lowest, +$0.205 at the highest")]
    [InlineData("aspect: 1:1", "aspect: 2:3", "size 1024x1024 → 1024x1536", "-$0.001")]
    [InlineData("aspect: 1:1", "aspect: 16:9", "size 1024x1024 → 1536x864", "-$0.006 in what is known, plus unknown")]
    [InlineData(
        "gpt-image-2",
        "gpt-image-1-mini",
        "model gpt-image-2 → gpt-image-1-mini",
        "-$0.0013 (-$0.0012 at the lowest, -$0.0016 at the highest)"
    )]
    [InlineData(
        "quality: low",
        "quality: low, count: 2",
        "pictures 1 → 2",
        "+$0.006 (+$0.006 at the lowest, +$0.007 at the highest)"
    )]
    [InlineData("quality: low", "quality: low, format: webp", "format not sent → webp", "+$0.00")]
    [InlineData("quality: low", "quality: low, background: opaque", "other parameters", "+$0.00")]
    public void A_change_says_what_it_is_and_what_it_costs(string old, string now, string what, string difference)
    {
        PlanComparison comparison = Compare(Fox, Fox.Replace(old, now, StringComparison.Ordinal));
        PlanChange change = Assert.Single(comparison.Changes);
        Assert.Equal(PlanChangeKind.Changed, change.Kind);
        Assert.Equal(what, change.Describe());
        Assert.Equal(difference, comparison.Difference.ToString());
        Assert.Equal(0, comparison.Unchanged);
    }

    [Fact]
    public void What_stays_the_same_is_no_difference_even_when_its_price_is_unknown()
    {
        const string Unknown = """
            subject: "a red fox"
            technical { model: "gpt-image-2.6-flare", aspect: 1:1, quality: max }
            """;
        PlanSource same = PlanCase.Compile(Unknown, "same.imgp");
        var comparison = PlanComparison.Between(
            PlanCase.PlanOf(same),
            PlanCase.PlanOf(same, PlanCase.Compile(Fox, "new.imgp"))
        );
        Assert.Equal(new PlanKey("new.imgp", "", ""), Assert.Single(comparison.Changes).Request);
        Assert.Equal("+$0.0065 (+$0.0064 at the lowest, +$0.007 at the highest)", comparison.Difference.ToString());
        Assert.Equal(1, comparison.Unchanged);
    }

    [Fact]
    public void What_is_removed_costs_less()
    {
        PlanComparison comparison = Compare(
            $"{Fox}\nvary subject.mood [\"calm\", \"wild\"]",
            $"{Fox}\nvary subject.mood [\"calm\"]"
        );
        PlanChange change = Assert.Single(comparison.Changes, c => c.Kind == PlanChangeKind.Removed);
        Assert.Equal("main.imgp · subject.mood=wild", change.Request.ToString());
        Assert.Equal(new Money(-0.0064m), change.Difference.Low);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        PlanSource first = PlanCase.Compile(Fox, "a.imgp");
        PlanSource second = PlanCase.Compile(Fox, "b.imgp");
        Assert.Equal(PlanJson.Write(PlanCase.PlanOf(first, second)), PlanJson.Write(PlanCase.PlanOf(second, first)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "schema": 1 }""")]
    [InlineData("""{ "schema": 1, "plan": null }""")]
    [InlineData("""{ "schema": 2, "plan": {} }""")]
    [InlineData("""{ "schema": "1", "plan": {} }""")]
    [InlineData("""{ "schema": 1, "plan": { "pricesAsOf": "2026-11-20", "files": null, "sources": [] } }""")]
    [InlineData("""{ "schema": 1, "plan": { "pricesAsOf": "soon", "files": [], "sources": [] } }""")]
    public void What_is_no_plan_is_refused(string text) =>
        Assert.Throws<PlanFormatException>(() => PlanJson.Read(text));

    [Theory]
    [InlineData("\"low\": 0.006", "\"low\": -1")]
    [InlineData("\"low\": 0.006", "\"low\": 1e20")]
    [InlineData("\"low\": 0.006", "\"low\": 1e99")]
    [InlineData("\"expected\": 0.006", "\"expected\": 0.001")]
    [InlineData("\"high\": 0.006", "\"high\": null")]
    [InlineData("\"kind\": \"output\"", "\"kind\": \"luck\"")]
    [InlineData("\"model\": \"gpt-image-2\"", "\"model\": null")]
    [InlineData("\"count\": 1", "\"count\": \"one\"")]
    [InlineData("\"unknown\": []", "\"unknown\": null")]
    public void A_broken_plan_is_refused(string part, string broken)
    {
        string text = PlanJson.Write(PlanCase.PlanOf(Fox));
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Throws<PlanFormatException>(() => PlanJson.Read(text.Replace(part, broken, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_plan_with_a_stage_twice_is_refused()
    {
        RequestPlan plan = PlanCase.PlanOf(Fox);
        RequestPlan twice = plan with { Files = [.. plan.Files, .. plan.Files] };
        var refused = Assert.Throws<PlanFormatException>(() => PlanJson.Read(PlanJson.Write(twice)));
        Assert.Equal("it has `main.imgp` twice", refused.Message);
    }

    private static PlanComparison Compare(string before, string after) =>
        PlanComparison.Between(PlanCase.PlanOf(before), PlanCase.PlanOf(after));
}
