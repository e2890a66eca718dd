using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class ParameterCheckTests
{
    [Theory]
    [InlineData("compression: 80", "error «80»")]
    [InlineData("compression: 80, format: png", "error «80»")]
    [InlineData("compression: 80, format: svg", "error «80»")]
    [InlineData("compression: 80, format: gif", "error «80»")]
    [InlineData("compression: 80, format: jpeg", "")]
    [InlineData("compression: 80, format: webp", "")]
    [InlineData("format: png", "")]
    public void Compression_without_loss(string technical, string expected) =>
        Checked.Expect("IMG2008", expected, Checked.Picture("gpt-image-2.6-flare", technical));

    [Theory]
    [InlineData("gpt-image-2", "high", "error «high»")]
    [InlineData("gpt-image-2.5-flare", "low", "error «low»")]
    [InlineData("gpt-image-1-mini", "high", "error «high»")]
    [InlineData("gpt-image-1-mini", "low", "")]
    [InlineData("gpt-image-1.5", "high", "")]
    [InlineData("chatgpt-image-latest", "high", "")]
    public void Input_fidelity_of_a_model_without(string model, string fidelity, string expected)
    {
        Checked.Expect("IMG2009", expected, Checked.Edit(model, $"input-fidelity: {fidelity}"));
        Checked.Expect("IMG2009", "", Checked.Picture(model, $"input-fidelity: {fidelity}"));
    }

    [Fact]
    public void Says_that_fidelity_is_always_high()
    {
        Diagnostic two = Assert.Single(Checked.Findings(Checked.Edit("gpt-image-2", "input-fidelity: high")));
        Assert.Contains("anyway", two.Help, StringComparison.Ordinal);
        Diagnostic later = Assert.Single(Checked.Findings(Checked.Edit("gpt-image-2.5-flare", "input-fidelity: high")));
        Assert.DoesNotContain("anyway", later.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 4, "")]
    [InlineData(5, 4, "error «5»")]
    public void More_pictures_than_the_model_gives(int count, int most, string expected) =>
        Checked.Expect(
            "IMG2013",
            expected,
            Checked.Picture("local", $"count: {count}"),
            Local(m => m with { MaxCount = Checked.Fact(most) })
        );

    [Fact]
    public void Where_one_picture_is_given_the_request_is_repeated() =>
        Checked.Expect("IMG2013", "", Checked.Picture("dall-e-3", "count: 4"));

    [Theory]
    [InlineData("format: gif, partial-images: 2", "error «2»")]
    [InlineData("format: gif, partial-images: 0", "")]
    [InlineData("format: png, partial-images: 2", "")]
    public void Partial_pictures_of_a_GIF(string technical, string expected) =>
        Checked.Expect("IMG2014", expected, Checked.Picture("gpt-image-2.6-flare", technical));

    [Theory]
    [InlineData("format: gif", "error «\"mask.png\"»")]
    [InlineData("format: png", "")]
    public void A_mask_of_a_GIF(string technical, string expected) =>
        Checked.Expect("IMG2014", expected, Checked.Edit("gpt-image-2.6-flare", technical, "mask: \"mask.png\"\n"));

    [Theory]
    [InlineData("format: svg, partial-images: 2", "error «2»")]
    [InlineData("format: svg", "")]
    public void Partial_pictures_of_an_SVG(string technical, string expected) =>
        Checked.Expect("IMG2015", expected, Checked.Picture("gpt-image-2.6-flare", technical));

    [Theory]
    [InlineData("format: svg", "error «svg»")]
    [InlineData("format: svg, via: responses", "error «svg»")]
    [InlineData("format: png", "")]
    public void An_SVG_of_an_edit(string technical, string expected) =>
        Checked.Expect("IMG2015", expected, Checked.Edit("gpt-image-2.6-flare", technical));

    [Theory]
    [InlineData("gpt-image-2", "hd", "error «hd»")]
    [InlineData("gpt-image-2.6-flare", "standard", "error «standard»")]
    [InlineData("dall-e-3", "hd", "")]
    [InlineData("dall-e-2", "hd", "error «hd»")]
    [InlineData("gpt-image-2", "high", "")]
    public void A_quality_of_DALL_E(string model, string quality, string expected) =>
        Checked.Expect("IMG2016", expected, Checked.Picture(model, $"quality: {quality}"));

    [Theory]
    [InlineData("gpt-image-2", "xhigh", "error «xhigh»")]
    [InlineData("gpt-image-1.5", "max", "error «max»")]
    [InlineData("gpt-image-2.5-flare", "max", "")]
    [InlineData("gpt-image-2.6-flare", "xhigh", "")]
    [InlineData("dall-e-3", "low", "error «low»")]
    public void A_quality_that_the_model_does_not_have(string model, string quality, string expected) =>
        Checked.Expect("IMG2018", expected, Checked.Picture(model, $"quality: {quality}"));

    [Theory]
    [InlineData("gpt-image-2", "max", "Write high")]
    [InlineData("dall-e-3", "low", "Write standard")]
    [InlineData("dall-e-3", "xhigh", "Write hd")]
    public void The_nearest_quality_is_offered(string model, string quality, string fix)
    {
        Diagnostic finding = Assert.Single(
            Checked.Findings(Checked.Picture(model, $"quality: {quality}")),
            d => d.Code == "IMG2018"
        );
        Assert.Equal(fix, Assert.Single(finding.Fixes).Title);
    }

    [Fact]
    public void A_quality_from_outside_has_nothing_to_fix_in_the_file()
    {
        CompilerOptions options = Checked.Options with { DefaultQuality = "max" };
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("gpt-image-2", "format: png"), options));
        Assert.Equal("IMG2018", finding.Code);
        Assert.Empty(finding.Fixes);
    }

    [Theory]
    [InlineData("gpt-image-2", "complexity: low", "warning «low»")]
    [InlineData("gpt-image-2.6-flare", "complexity: low", "")]
    [InlineData("gpt-image-2", "moderation: low", "")]
    [InlineData("gpt-image-2", "partial-images: 3", "")]
    public void A_parameter_that_is_not_documented(string model, string technical, string expected) =>
        Checked.Expect("IMG2052", expected, Checked.Picture(model, technical));

    [Theory]
    [InlineData("moderation: low", "warning «low»")]
    [InlineData("partial-images: 3", "warning «3»")]
    [InlineData("partial-images: 1", "")]
    public void A_value_that_a_project_s_model_does_not_take(string technical, string expected) =>
        Checked.Expect(
            "IMG2052",
            expected,
            Checked.Picture("local", technical),
            Local(m =>
                m with
                {
                    Moderations = Checked.Fact<ImmutableArray<string>>(["auto"]),
                    MaxPartialImages = Checked.Fact(1),
                }
            )
        );

    [Fact]
    public void A_model_that_does_not_stream_has_no_partial_pictures() =>
        Checked.Expect(
            "IMG2052",
            "warning «1»",
            Checked.Picture("local", "partial-images: 1"),
            Local(m => m with { Streaming = Checked.Fact(false) })
        );

    [Theory]
    [InlineData(false, "warning «\"mask.png\"»")]
    [InlineData(true, "")]
    public void A_mask_of_a_model_without(bool takesMask, string expected) =>
        Checked.Expect(
            "IMG2052",
            expected,
            Checked.Edit("local", "quality: low", "mask: \"mask.png\"\n"),
            Local(m => m with { Mask = Checked.Fact(takesMask) })
        );

    [Theory]
    [InlineData("gpt-image-2", "gif", "error «gif»")]
    [InlineData("gpt-image-2.5-flare", "svg", "error «svg»")]
    [InlineData("gpt-image-2.6-flare", "svg", "")]
    [InlineData("gpt-image-2", "webp", "")]
    [InlineData("dall-e-3", "gif", "")]
    public void A_format_that_the_model_does_not_give(string model, string format, string expected) =>
        Checked.Expect("IMG2053", expected, Checked.Picture(model, $"format: {format}"));

    [Theory]
    [InlineData("partial-images: 3, quality: low, size: 1024x1024", "warning «3»")]
    [InlineData("partial-images: 1, quality: low, size: 1024x1024", "warning «1»")]
    [InlineData("partial-images: 3, quality: medium, size: 1024x1024", "hint «3»")]
    [InlineData("partial-images: 3, quality: low", "hint «3»")]
    [InlineData("partial-images: 0, quality: low", "")]
    [InlineData("quality: low", "")]
    public void What_partial_pictures_cost(string technical, string expected) =>
        Checked.Expect("IMG2021", expected, Checked.Picture("gpt-image-2", technical));

    [Fact]
    public void What_partial_pictures_cost_is_not_guessed() =>
        Checked.Expect("IMG2021", "", Checked.Picture("gpt-image-2.5-flare", "partial-images: 3, quality: low"));

    private static CompilerOptions Local(Func<ImageModel, ImageModel> facts) =>
        Checked.With(new ModelAddition(facts(new ImageModel { Id = "local" })));
}
