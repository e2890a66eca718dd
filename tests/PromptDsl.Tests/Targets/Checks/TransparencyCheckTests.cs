using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class TransparencyCheckTests
{
    private const string Model = "gpt-image-2.5-flare";

    [Theory]
    [InlineData("format: jpeg, background: transparent", "error «jpeg»")]
    [InlineData("format: png, background: transparent", "")]
    [InlineData("format: webp, background: transparent", "")]
    [InlineData("background: transparent", "")]
    [InlineData("format: jpeg, background: opaque", "")]
    [InlineData("format: jpeg", "")]
    public void A_format_without_transparency(string technical, string expected) =>
        Checked.Expect("IMG2004", expected, Checked.Picture(Model, technical));

    [Fact]
    public void A_GIF_has_no_documented_transparency() =>
        Checked.Expect(
            "IMG2004",
            "error «gif»",
            Checked.Picture("gpt-image-2.6-flare", "format: gif, background: transparent")
        );

    [Theory]
    [InlineData("gpt-image-2", "background: transparent", "error «transparent»")]
    [InlineData("gpt-image-2", "background: opaque", "")]
    [InlineData("gpt-image-2.5-flare", "background: transparent", "")]
    [InlineData("gpt-image-2.6-flare", "background: transparent", "")]
    [InlineData("chatgpt-image-latest", "background: transparent", "")]
    public void A_model_without_transparency(string model, string technical, string expected) =>
        Checked.Expect("IMG2005", expected, Checked.Picture(model, technical));

    [Fact]
    public void A_project_that_has_the_preview_says_so_in_the_catalog()
    {
        var facts = new ImageModel
        {
            Id = "gpt-image-2",
            Backgrounds = Checked.Fact<ImmutableArray<string>>(["auto", "opaque", "transparent"]),
        };
        Checked.Expect(
            "IMG2005",
            "",
            Checked.Picture("gpt-image-2", "background: transparent"),
            Checked.With(new ModelAddition(facts))
        );
    }

    [Fact]
    public void Offers_a_model_that_has_it()
    {
        string text = Checked.Picture("gpt-image-2", "background: transparent");
        Diagnostic finding = Assert.Single(Checked.Findings(text));
        Assert.Equal(["Write opaque", "Write \"gpt-image-2.5-sunburst\""], finding.Fixes.Select(f => f.Title));
        Assert.All(finding.Fixes, f => Assert.Empty(Checked.Findings(f.ApplyTo(text))));
    }

    [Theory]
    [InlineData("subject \"an isolated fox\" { setting: \"a snowy wood\" }", "warning «\"a snowy wood\"»")]
    [InlineData("subject \"a fox\" { setting: \"isolated on nothing\" }", "")]
    [InlineData("subject \"여우\" { setting: \"투명한 배경\" }", "")]
    [InlineData("style { palette { background: #FFFFFF, text: #000000 } }", "warning «#FFFFFF»")]
    [InlineData("style { palette { background: \"transparent\" } }", "")]
    [InlineData("style { palette: [#FFFFFF, #000000] }", "")]
    [InlineData("content: diagram\ndiagram { background: \"aged paper\" }", "warning «\"aged paper\"»")]
    [InlineData("content: diagram\ndiagram { background: \"none\" }", "")]
    [InlineData("subject: \"an isolated fox\"", "")]
    public void A_key_that_describes_a_background(string text, string expected)
    {
        Checked.Expect("IMG2006", expected, $"{text}\ntechnical {{ model: \"{Model}\", background: transparent }}\n");
        Checked.Expect("IMG2006", "", $"{text}\ntechnical {{ model: \"{Model}\", background: opaque }}\n");
    }

    [Fact]
    public void An_edit_that_is_reminded_of_the_palette_names_its_background() =>
        Checked.Expect(
            "IMG2006",
            "warning «#FFFFFF»",
            $$"""
            from: "photo.png"
            change: "make it red"
            style { palette { background: #FFFFFF } }
            technical { model: "{{Model}}", background: transparent }
            """
        );

    [Theory]
    [InlineData("a red fox", "warning «transparent»")]
    [InlineData("an isolated red fox", "")]
    [InlineData("a die-cut sticker of a fox", "")]
    [InlineData("a fox on a transparent background", "")]
    [InlineData("빨간 여우", "warning «transparent»")]
    [InlineData("투명한 배경의 여우", "")]
    [InlineData("따로 떨어진 여우 한 마리", "")]
    public void A_prompt_that_does_not_ask_for_it(string subject, string expected) =>
        Checked.Expect(
            "IMG2007",
            expected,
            $"subject: \"{subject}\"\ntechnical {{ model: \"{Model}\", background: transparent }}\n"
        );

    [Fact]
    public void An_edit_need_not_ask_for_it() =>
        Checked.Expect("IMG2007", "", Checked.Edit(Model, "background: transparent"));

    [Fact]
    public void One_finding_is_enough()
    {
        const string Text =
            "subject \"a fox\" { setting: \"a wood\" }\ntechnical { model: \"gpt-image-2\", background: transparent }\n";
        Assert.Equal("IMG2005", Assert.Single(Checked.Findings(Text)).Code);
    }
}
