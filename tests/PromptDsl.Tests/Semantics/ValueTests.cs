using PromptDsl.Semantics.Values;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class ValueTests
{
    [Theory]
    [InlineData("technical { aspect: \"2:3\" }", "IMG1020 \"2:3\"")]
    [InlineData("technical { aspect: 1024x1536 }", "IMG1020 1024x1536")]
    [InlineData("technical { size: 1024 }", "IMG1020 1024")]
    [InlineData("technical { size: \"big\" }", "IMG1020 \"big\"")]
    [InlineData("technical { count: \"3\" }", "IMG1020 \"3\"")]
    [InlineData("technical { quality: 3 }", "IMG1020 3")]
    [InlineData("technical { quality: [low] }", "IMG1020 [low]")]
    [InlineData("style { mix \"a\" { weight: 30 } }", "IMG1020 30")]
    [InlineData("style { palette: [#FFF, 3] }", "IMG1020 3")]
    [InlineData("style { mix 3 }", "IMG1020 3")]
    [InlineData("subject: true", "IMG1020 true")]
    [InlineData("title: 3", "IMG1020 3")]
    [InlineData("tags: [1]", "IMG1020 1")]
    [InlineData("details { object 3 }", "IMG1020 3")]
    [InlineData("details { text \"a\" { spell: \"yes\" } }", "IMG1020 \"yes\"")]
    [InlineData("details { object a \"an a\" { on: 3 } }", "IMG1020 3")]
    [InlineData("reference a 3", "IMG1020 3")]
    [InlineData("details { table { row 3 } }", "IMG1020 3")]
    [InlineData("expect { size: 3 }", "IMG1020 3")]
    public void A_value_of_another_type_is_one_finding(string source, string expected) =>
        BindResult.Finds(source, expected);

    [Theory]
    [InlineData("technical { quality: hihg }", "IMG1021 hihg")]
    [InlineData("technical { quality: \"hihg\" }", "IMG1021 \"hihg\"")]
    [InlineData("content: postr", "IMG1021 postr")]
    [InlineData("locale: fr", "IMG1021 fr")]
    [InlineData("reference a \"a.png\" { role: [style, charcter] }", "IMG1021 charcter")]
    [InlineData("technical { quality: \"low\" }", "IMG1023 \"low\"")]
    [InlineData("details { object \"a\" { at: \"left\" } }", "IMG1023 \"left\"")]
    [InlineData("technical { compression: 300 }", "IMG1022 300")]
    [InlineData("technical { count: 2.5 }", "IMG1022 2.5")]
    [InlineData("technical { safe-area { top: 160% } }", "IMG1022 160%")]
    [InlineData("details { object \"a\" { count: 0 } }", "IMG1022 0")]
    public void Words_and_ranges_are_checked(string source, string expected) => BindResult.Finds(source, expected);

    [Theory]
    [InlineData("technical { safe-area { top: 160% } }", "Write a value from 0% to 100%.")]
    [InlineData("technical { compression: 300 }", "Write a value from 0 to 100.")]
    [InlineData("technical { background: \"clear\" }", "The words are auto, opaque, transparent.")]
    [InlineData("technical { background: 3 }", "The words are auto, opaque, transparent.")]
    [InlineData("technical { aspect: \"2:3\" }", "Write `2:3` without quotation marks.")]
    [InlineData(
        "technical { model: gpt-image-2 }",
        "Text stands in quotation marks: `\"gpt-image-2\"`. A value with a name is declared with `param` or `define`."
    )]
    public void The_help_shows_what_is_taken(string source, string help) =>
        Assert.Equal(help, Assert.Single(BindResult.Of(source).Findings).Help);

    [Theory]
    [InlineData("subject: \"${a}\"", "IMG1030 ${a}")]
    [InlineData("note: people", "IMG1030 people")]
    [InlineData("style { palette: [brand.ink] }", "IMG1030 brand.ink")]
    [InlineData("style { palette: [a.b.c] }", "IMG1031 a.b.c")]
    [InlineData("param l: list = [\"a\"]\nsubject: \"${l}\"", "IMG1032 ${l}")]
    [InlineData("param l: list = [\"a\"]\ndetails { text \"${l}\" }", "IMG1032 ${l}")]
    [InlineData("param p: image = \"a.png\"\nsubject: \"${p}\"", "IMG1033 ${p}")]
    [InlineData("define style s { medium: \"a\" }\nsubject: \"${s}\"", "IMG1034 ${s}")]
    [InlineData("reference a \"http://x/y.png\"", "IMG1037 \"http://x/y.png\"")]
    [InlineData("reference a \"\"", "IMG1037 \"\"")]
    [InlineData("reference a \"a\\\\b.png\"", "IMG1037 \"a\\\\b.png\"")]
    [InlineData("reference a \"../a.png\"", "IMG1038 \"../a.png\"")]
    public void Names_and_paths_are_looked_up(string source, string expected) => BindResult.Finds(source, expected);

    [Fact]
    public void A_word_of_the_list_wins_over_a_parameter_of_that_name()
    {
        BindResult result = BindResult.Of("param low: text = \"x\"\nsubject: \"${low}\"\ntechnical { quality: low }");
        Assert.Equal(["IMG1057 low"], result.Findings.Select(f => $"{f.Code} {f.Primary.Place.Text}"));
        Assert.Equal("low", result.Model.Stages[0].Parameters.Quality);
    }

    [Fact]
    public void A_slot_that_names_a_reference_is_a_picture()
    {
        BindResult result = BindResult.Silent("reference board \"a.png\"\nsubject: \"like ${board}, only blue\"");
        TextRun slot = Assert.Single(result.Model.Base.Subject!.Description!.Runs, r => r.Picture is not null);
        Assert.Equal("board", slot.Picture);
        Assert.Equal("${board}", slot.Place.Text);
    }
}
