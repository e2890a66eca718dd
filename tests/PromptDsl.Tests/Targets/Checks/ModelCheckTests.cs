using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class ModelCheckTests
{
    [Theory]
    [InlineData("gpt-image-1", "2026-11-21", "error «\"gpt-image-1\"»")]
    [InlineData("gpt-image-1", "2026-10-23", "error «\"gpt-image-1\"»")]
    [InlineData("gpt-image-1", "2026-10-22", "warning «\"gpt-image-1\"»")]
    [InlineData("gpt-image-1", "2026-07-25", "warning «\"gpt-image-1\"»")]
    [InlineData("gpt-image-1", "2026-07-24", "")]
    [InlineData("gpt-image-2", "2026-11-21", "")]
    [InlineData("gpt-image-1", null, "")]
    public void Speaks_of_models_that_end(string model, string? asOf, string expected) =>
        Checked.Expect(
            "IMG2001",
            expected,
            Checked.Picture(model, "quality: low"),
            new CompilerOptions { AsOf = asOf is null ? null : DateOnly.Parse(asOf, Invariant) }
        );

    [Theory]
    [InlineData(Confidence.Primary, "error «\"local\"»")]
    [InlineData(Confidence.Project, "error «\"local\"»")]
    [InlineData(Confidence.Secondary, "warning «\"local\"»")]
    public void An_end_that_OpenAI_did_not_state_is_a_warning(Confidence confidence, string expected) =>
        Checked.Expect(
            "IMG2001",
            expected,
            Checked.Picture("local", "quality: low"),
            Local(m => m with { Shutdown = Checked.Fact<DateOnly?>(new DateOnly(2026, 1, 1), confidence) })
        );

    [Fact]
    public void Offers_what_OpenAI_names_instead()
    {
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("gpt-image-1", "quality: low")));
        Assert.Equal(
            ["Write \"gpt-image-2.5-sunburst\"", "Write \"gpt-image-2.5-flare\""],
            finding.Fixes.Select(f => f.Title)
        );
        Assert.All(finding.Fixes, f => Assert.Equal(FixSafety.Unsafe, f.Safety));
        Assert.Empty(Checked.Findings(finding.Fixes[0].ApplyTo(finding.Source.Text)));
    }

    [Fact]
    public void Offers_nothing_where_no_replacement_is_known()
    {
        Diagnostic finding = Assert.Single(
            Checked.Findings(Checked.Picture("dall-e-3", "quality: auto")),
            d => d.Code == "IMG2001"
        );
        Assert.Empty(finding.Fixes);
        Assert.Contains("`gpt-image-2`", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_from_outside_has_nothing_to_fix_in_the_file()
    {
        CompilerOptions options = Checked.Options with { Model = "gpt-image-1" };
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("gpt-image-2", "quality: low"), options));
        Assert.Equal("IMG2001", finding.Code);
        Assert.StartsWith("subject", finding.Primary.Place.Text, StringComparison.Ordinal);
        Assert.Empty(finding.Fixes);
    }

    [Theory]
    [InlineData("gpt-image-2", "hint «\"gpt-image-2\"»")]
    [InlineData("gpt-image-2-2026-04-21", "")]
    [InlineData("gpt-image-2.6-flare", "")]
    [InlineData("local", "")]
    public void Speaks_of_names_that_move_on(string model, string expected) =>
        Checked.Expect(
            "IMG2023",
            expected,
            Checked.Picture(model, "quality: low"),
            Local(m => m) with
            {
                Enabled = ["IMG2023"],
            }
        );

    [Fact]
    public void Names_the_model_that_was_meant()
    {
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("gpt-imgae-2", "quality: low")));
        Assert.Equal("IMG2050", finding.Code);
        Assert.Equal("Write \"gpt-image-2\"", Assert.Single(finding.Fixes).Title);
    }

    [Fact]
    public void Lists_the_models_when_none_is_similar()
    {
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("a-model-of-nobody", "quality: low")));
        Assert.Equal("IMG2050", finding.Code);
        Assert.Empty(finding.Fixes);
        Assert.Contains("gpt-image-2.6-flare", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quality: low", true, true, true, "")]
    [InlineData("quality: low", false, true, true, "error «\"local\"»")]
    [InlineData("quality: low, via: responses", true, true, false, "error «\"local\"»")]
    [InlineData("quality: low, via: responses", false, false, true, "")]
    public void Speaks_of_endpoints_that_do_not_serve_the_model(
        string technical,
        bool generations,
        bool edits,
        bool responses,
        string expected
    ) =>
        Checked.Expect(
            "IMG2054",
            expected,
            Checked.Picture("local", technical),
            Local(m => m with { Endpoints = Endpoints(generations, edits, responses) })
        );

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "error «\"local\"»")]
    public void Speaks_of_models_that_do_not_edit(bool edits, string expected) =>
        Checked.Expect(
            "IMG2054",
            expected,
            Checked.Edit("local", "quality: low"),
            Local(m => m with { Endpoints = Endpoints(true, edits, true) })
        );

    [Fact]
    public void Leaves_retired_models_to_their_own_finding() =>
        Checked.Expect("IMG2054", "", Checked.Picture("gpt-image-1", "quality: low"));

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static CompilerOptions Local(Func<ImageModel, ImageModel> facts) =>
        Checked.With(new ModelAddition(facts(new ImageModel { Id = "local" })));

    private static ModelEndpoints Endpoints(bool generations, bool edits, bool responses) =>
        new()
        {
            Generations = Checked.Fact(generations),
            Edits = Checked.Fact(edits),
            Responses = Checked.Fact(responses),
        };
}
