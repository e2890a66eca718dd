using PromptDsl.Semantics.Model;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class TemplateTests
{
    private static MemoryFiles Files() =>
        new()
        {
            ["base.imgp"] = """
                param topic: text
                param accent: color = #FF5533
                content: poster
                subject "a poster about ${topic}" { mood: "calm" }
                style { medium: "watercolour", lighting: "soft", palette: [accent] }
                details { object bee "a bee" { at: left, size: "small" } }
                negatives: ["people"]
                reference board "board.png" { role: style }
                """,
            ["chain.imgp"] = """
                use "base.imgp" as base
                extends base { topic: "bees" }
                style { medium: "linocut" }
                details { object flower "a flower" }
                """,
            ["other.imgp"] = "style { medium: \"oil\", finish: \"matte\" }\nnegatives: [\"boats\"]\n",
        };

    private static Scene Extend(string source) =>
        BindResult.Silent($"use \"base.imgp\" as base\n{source}", Files()).Model.Base;

    [Fact]
    public void Parameters_are_bound_and_the_file_wins_field_by_field()
    {
        Scene scene = Extend("extends base { topic: \"bees\" }\nstyle { medium: \"ink\" }");
        Assert.Equal("a poster about bees", scene.Subject!.Description!.Plain);
        Assert.Equal("ink", scene.Style!.Fields["medium"]!.Written);
        Assert.Equal("soft", scene.Style.Fields["lighting"]!.Written);
        Assert.Equal("#FF5533", Assert.Single(scene.Style.Palette).Color.Written);
    }

    [Theory]
    [InlineData("extends base { topic: \"bees\" }\nsubject: \"own\"", 0)]
    [InlineData("subject: \"own\"\nextends base { topic: \"bees\" }", 0)]
    [InlineData("extends base { topic: \"bees\" }\nsubject \"own\"", 1)]
    [InlineData("subject \"own\"\nextends base { topic: \"bees\" }", 1)]
    public void A_property_replaces_a_block_and_a_block_joins_one(string source, int inherited)
    {
        Scene scene = Extend(source);
        Assert.Equal("own", scene.Subject!.Description!.Plain);
        Assert.Equal(inherited, scene.Subject.Fields.Count);
    }

    [Theory]
    [InlineData("extends base { topic: \"bees\" }\nstyle { palette { primary: #000000 } }")]
    [InlineData("extends base { topic: \"bees\" }\nstyle { palette: [#000000] }")]
    [InlineData("style { palette: [#000000] }\nextends base { topic: \"bees\" }")]
    [InlineData("style { palette { primary: #000000 } }\nextends base { topic: \"bees\" }")]
    public void A_palette_of_the_file_replaces_the_list_of_the_template(string source) =>
        Assert.Equal("#000000", Assert.Single(Extend(source).Style!.Palette).Color.Written);

    [Theory]
    [InlineData("extends base { topic: \"bees\" }\ndetails { object flower \"a flower\" }")]
    [InlineData("details { object flower \"a flower\" }\nextends base { topic: \"bees\" }")]
    public void Details_negatives_and_references_join(string source)
    {
        Scene scene = Extend($"{source}\nnegatives: [\"boats\"]");
        Assert.Equal(["bee", "flower"], scene.Things.Select(t => t.Name).Order());
        Assert.Equal(["boats", "people"], scene.Negatives.Select(n => n.Plain).Order());
    }

    [Fact]
    public void A_thing_of_the_same_name_wins_field_by_field()
    {
        Scene scene = Extend("extends base { topic: \"bees\" }\ndetails { object bee \"a bumblebee\" { at: right } }");
        var bee = Assert.IsType<ObjectThing>(Assert.Single(scene.Things));
        Assert.Equal("a bumblebee", bee.Description!.Plain);
        Assert.Equal("right", bee.Fields["at"]!.Written);
        Assert.Equal("small", bee.Fields["size"]!.Written);
    }

    [Fact]
    public void Chains_bring_in_everything()
    {
        BindResult result = BindResult.Silent("use \"chain.imgp\" as chain\nextends chain", Files());
        Assert.Equal("linocut", result.Model.Base.Style!.Fields["medium"]!.Written);
        Assert.Equal(["bee", "flower"], result.Model.Base.Things.Select(t => t.Name));
        Assert.Equal("board", Assert.Single(result.Model.References).Name);
    }

    [Fact]
    public void Of_two_templates_the_later_counts_and_what_the_file_says_hides_no_other_conflict()
    {
        BindResult result = BindResult.Of(
            "use \"base.imgp\" as base\nuse \"other.imgp\" as other\nextends base { topic: \"bees\" }\nextends other\nstyle { lighting: \"hard\" }",
            Files()
        );
        Assert.Equal(["IMG3111 \"oil\""], result.Findings.Select(f => $"{f.Code} {f.Primary.Place.Text}"));
        Assert.Equal("oil", result.Model.Base.Style!.Fields["medium"]!.Written);
        Assert.Equal(["people", "boats"], result.Model.Base.Negatives.Select(n => n.Plain));
    }

    [Theory]
    [InlineData("extends base", "IMG1050 extends base")]
    [InlineData("extends base { topic: \"a\", topik: \"b\" }", "IMG1051 topik")]
    [InlineData("extends base { topik: \"b\" }", "IMG1051 topik")]
    [InlineData("extends base { topic: \"a\", style { medium: \"ink\" } }", "IMG1051 style")]
    [InlineData("extends base { topic: \"a\", topic: \"b\" }", "IMG1007 topic")]
    [InlineData("extends base { topic: 3 }", "IMG1053 3")]
    [InlineData("extends bass { topic: \"a\" }", "IMG1063 bass")]
    public void A_wrong_extends_is_one_finding(string source, string expected) =>
        BindResult.Finds($"use \"base.imgp\" as base\n{source}", Files(), [], expected);
}
