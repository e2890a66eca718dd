using System.Diagnostics;
using System.Text;
using PromptDsl.Formatting;
using Xunit;

namespace PromptDsl.Tests.Formatting;

/// <summary>
/// Large and hostile files take time in proportion to their size. The limits are far above what the
/// slowest machine needs and far below what a quadratic formatter would take.
/// </summary>
public sealed class FormatterScaleTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public void Ten_thousand_statements()
    {
        var source = new StringBuilder();
        for (int i = 0; i < 2500; i++)
        {
            source.Append(
                "// why\nobject a \"a cabin\" { at: left,count: 3 }\n/* b */ keep:[a,b , c] // d\ntext {\nx:1\n}\n"
            );
        }

        AssertFormats(source.ToString());
    }

    [Fact]
    public void Ten_thousand_statements_on_one_line() =>
        AssertFormats("a { " + string.Concat(Enumerable.Repeat("x: 1, ", 10_000)) + "}");

    [Theory]
    [InlineData("a { ", "}")]
    [InlineData("a {\n", "\n}")]
    public void Bodies_nested_as_deep_as_the_parser_allows(string open, string close) =>
        AssertFormats(Nested("", open, "x: 1", close, 64));

    [Fact]
    public void Lists_nested_as_deep_as_the_parser_allows() => AssertFormats(Nested("k: ", "[", "\"text\"", ",]", 64));

    [Fact]
    public void A_hundred_thousand_items() =>
        AssertFormats("k: [" + string.Concat(Enumerable.Repeat("\"word\", [a, b], ", 50_000)) + "]");

    [Fact]
    public void A_hundred_thousand_comments() =>
        AssertFormats("k: [" + string.Concat(Enumerable.Repeat("/* c */ ", 100_000)) + "]");

    [Theory]
    [InlineData("x")]
    [InlineData("가")]
    [InlineData("e\u0301")]
    public void A_string_of_a_million_characters_in_nested_lists(string character) =>
        AssertFormats(Nested("k: ", "[", $"\"{string.Concat(Enumerable.Repeat(character, 1_000_000))}\"", "]", 60));

    private static string Nested(string start, string open, string content, string close, int depth) =>
        start
        + string.Concat(Enumerable.Repeat(open, depth))
        + content
        + string.Concat(Enumerable.Repeat(close, depth));

    private static void AssertFormats(string source)
    {
        var watch = Stopwatch.StartNew();
        FormatResult result = Formatter.Format(source);
        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
        Assert.Empty(result.Errors);
        Assert.False(Formatter.Format(result.Text).IsChanged);
    }
}
