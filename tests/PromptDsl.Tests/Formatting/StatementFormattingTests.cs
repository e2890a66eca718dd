using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class StatementFormattingTests
{
    [Theory]
    [InlineData("title:\"Harbour\"", "title: \"Harbour\"")]
    [InlineData("  title   :\t \"Harbour\"  ", "title: \"Harbour\"")]
    [InlineData("aspect:16:9", "aspect: 16:9")]
    [InlineData("accent: #Fa5533", "accent: #Fa5533")]
    [InlineData("offset: -3", "offset: -3")]
    [InlineData("model: brand.house", "model: brand.house")]
    [InlineData("title: \"a\\u{1F600}\\\"\\$b\"", "title: \"a\\u{1F600}\\\"\\$b\"")]
    [InlineData("stage   layout", "stage layout")]
    [InlineData("object  cabin  \"a cabin\"", "object cabin \"a cabin\"")]
    [InlineData("subject \"a cabin\"{}", "subject \"a cabin\" {}")]
    [InlineData("stage a {  }", "stage a {}")]
    [InlineData("stage a {\n\n}", "stage a {}")]
    [InlineData("use  \"a.imgp\"  as  b", "use \"a.imgp\" as b")]
    [InlineData("use\"a.imgp\"", "use \"a.imgp\"")]
    [InlineData("param n:text", "param n: text")]
    [InlineData("param n :text=\"x\"{max-length:40}", "param n: text = \"x\" { max-length: 40 }")]
    [InlineData("param s: choice[\"a\",\"b\"]=\"a\"", "param s: choice [\"a\", \"b\"] = \"a\"")]
    [InlineData("define   color accent   #F53", "define color accent #F53")]
    [InlineData("define style house{medium:\"oil\"}", "define style house { medium: \"oil\" }")]
    [InlineData("style{include brand.house}", "style { include brand.house }")]
    [InlineData("for x in[1,2]{stage \"s-${x}\"}", "for x in [1, 2] { stage \"s-${x}\" }")]
    [InlineData("for[a,b]in rows{stage a}", "for [a, b] in rows { stage a }")]
    [InlineData("for [\n  a,\n  b,\n] in rows {}", "for [a, b] in rows {}")]
    public void One_blank_stands_between_tokens(string input, string expected) => FormatAssert.Formats(input, expected);

    [Fact]
    public void Top_level_statements_begin_in_the_first_column() =>
        FormatAssert.Formats(
            """
              title: "a"
                stage b
            """,
            """
            title: "a"
            stage b
            """
        );
}
