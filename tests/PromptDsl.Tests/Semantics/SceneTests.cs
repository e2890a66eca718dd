using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class SceneTests
{
    [Theory]
    [InlineData("object cabin \"a cabin\" { left-of: brich }, object birch \"a birch\"", "IMG1036 brich")]
    [InlineData("object cabin \"a cabin\" { left-of: [birch, hut] }, object birch \"a birch\"", "IMG1036 hut")]
    [InlineData("object cabin \"a cabin\" { from: board }", "IMG1036 board")]
    [InlineData("callout \"Roof\" { target: roof }", "IMG1036 roof")]
    [InlineData("callout \"\"", "IMG1104 \"\"")]
    [InlineData("text \"  \"", "IMG1104 \"  \"")]
    [InlineData("grid 2x2 { cell \"a\" }", "IMG1100 2x2")]
    [InlineData("grid 1x1 { cell \"a\", cell \"b\" }", "IMG1100 1x1")]
    [InlineData("grid 100000x100000 { cell \"a\" }", "IMG1100 100000x100000")]
    [InlineData("table { columns: [\"a\", \"b\"], row [1] }", "IMG1101 [1]")]
    [InlineData("table { columns: [\"a\", \"b\"], row \"x\" [1, 2, 3] }", "IMG1101 [1, 2, 3]")]
    [InlineData("region sky \"sky\" { object \"a cloud\" { above: sae } }", "IMG1036 sae")]
    public void Things_and_their_names_are_checked(string details, string expected) =>
        BindResult.Finds($"subject: \"x\"\ndetails {{ {details} }}", expected);

    [Theory]
    [InlineData("keep: [foo]", "IMG1036 foo")]
    [InlineData("expect { text: [headline] }", "IMG1036 headline")]
    [InlineData("expect { text: [cabin] }", "IMG1036 cabin")]
    public void Kept_and_expected_names_are_checked(string statement, string expected) =>
        BindResult.Finds(
            $"reference photo \"p.png\" {{ role: content }}\nchange: \"x\"\ndetails {{ object cabin \"a cabin\" }}\n{statement}",
            expected
        );

    [Theory]
    [InlineData("grid 100000x100000 { cell \"a\" }", "a grid of 100000x100000 has 10000000000 cells, not 1")]
    [InlineData("table { columns: [\"a\", \"b\"], row [1] }", "the table has 2 columns, and the row 1 value")]
    [InlineData("object a \"an a\" { on: hut }", "`on` names `hut`, which is not declared")]
    public void Messages_count_and_name_correctly(string details, string message) =>
        Assert.Equal(
            message,
            Assert.Single(BindResult.Of($"subject: \"x\"\ndetails {{ {details} }}").Findings).Message
        );

    [Fact]
    public void Relations_name_things_declared_before_and_after_and_hold_words()
    {
        BindResult result = BindResult.Silent(
            "subject: \"x\"\ndetails { object a \"an a\" { left-of: [b, \"the shore\"] }, region r \"x\" { object b \"a b\" { on: a } } }"
        );
        Relation relation = Assert.Single(result.Model.Base.Things[0].Relations);
        Assert.Equal("left-of", relation.Kind);
        Assert.IsType<NameValue>(relation.Targets[0]);
        Assert.Equal("the shore", Assert.IsType<TextValue>(relation.Targets[1]).Text.Plain);
    }

    [Theory]
    [InlineData("grid 2x2 { each \"a sticker\" }", 0)]
    [InlineData("grid 2x1 { each \"a sticker\", cell \"a cat\", cell \"a dog\" }", 2)]
    [InlineData("grid 2x1 { for a in [\"cat\", \"dog\"] { cell \"a ${a}\" } }", 2)]
    public void A_grid_has_all_its_cells_or_none(string grid, int cells)
    {
        BindResult result = BindResult.Silent($"subject: \"x\"\ndetails {{ {grid} }}");
        Assert.Equal(cells, Assert.IsType<GridThing>(Assert.Single(result.Model.Base.Things)).Cells.Length);
    }

    [Fact]
    public void Fields_of_another_kind_of_content_are_a_warning()
    {
        BindResult.Finds("content: photo\ndiagram { kind: \"a flow chart\" }", "IMG1102 diagram");
        BindResult.Silent("content: photo\nphoto { lens: \"85 mm\" }\neducation { level: \"x\" }");
        BindResult implied = BindResult.Silent("diagram { kind: \"a flow chart\" }");
        Assert.Equal("diagram", implied.Model.Base.Content!.Written);
    }
}
