using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class ListFormattingTests
{
    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("[\n\n]", "[]")]
    [InlineData("[ \"a\" ,\"b\",]", "[\"a\", \"b\"]")]
    [InlineData("[\n  \"a\",\n  \"b\",\n]", "[\"a\", \"b\"]")]
    [InlineData("[[1,2],[3]]", "[[1, 2], [3]]")]
    [InlineData("[brand.accent,#fff , 60%]", "[brand.accent, #fff, 60%]")]
    public void Is_on_one_line_when_it_fits(string input, string expected) =>
        FormatAssert.Formats($"keep: {input}", $"keep: {expected}");

    [Fact]
    public void Has_one_item_on_a_line_and_a_trailing_comma_when_it_does_not_fit() =>
        FormatAssert.Formats(
            """
            keep: ["her face and hair", "her pose and the position of her arms", "the light from the right", cabin]
            """,
            """
            keep: [
              "her face and hair",
              "her pose and the position of her arms",
              "the light from the right",
              cabin,
            ]
            """
        );

    [Fact]
    public void May_end_in_the_last_column()
    {
        string item = new('x', 90);
        FormatAssert.IsFormatted($"keep: [\"{item}\"]");
        FormatAssert.Formats($"keep: [\"{item}x\"]", $"keep: [\n  \"{item}x\",\n]");
    }

    [Fact]
    public void Inner_lists_stay_on_one_line_when_they_fit() =>
        FormatAssert.Formats(
            """
            vary [part, scenery] [["source", "a spring under mossy boulders"], ["delta", "reed islands near the sea"]]
            """,
            """
            vary [part, scenery] [
              ["source", "a spring under mossy boulders"],
              ["delta", "reed islands near the sea"],
            ]
            """
        );

    [Fact]
    public void A_table_keeps_its_rows() =>
        FormatAssert.Formats(
            """
            for [dish, price] in [
                ["soup", "$9"],
                ["pie", "$7"]] {
              stage dish
            }
            """,
            """
            for [dish, price] in [
              ["soup", "$9"],
              ["pie", "$7"],
            ] {
              stage dish
            }
            """
        );

    [Fact]
    public void A_long_list_keeps_blank_lines_between_its_items() =>
        FormatAssert.Formats(
            """
            keep: [

              "her face and hair", "her pose and the position of her arms",


              "the light from the right", "the camera position"

            ]
            """,
            """
            keep: [
              "her face and hair",
              "her pose and the position of her arms",

              "the light from the right",
              "the camera position",
            ]
            """
        );

    [Fact]
    public void Dotted_names_at_the_margin_are_read_and_indented() =>
        FormatAssert.Formats("palette: [\nbrand.ink,\nbrand.paper\n]", "palette: [brand.ink, brand.paper]");
}
