using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class BodyFormattingTests
{
    [Theory]
    [InlineData("a {x:1,y:2,}", "a { x: 1, y: 2 }")]
    [InlineData("a { b { c { x: 1 } }, d {} }", "a { b { c { x: 1 } }, d {} }")]
    [InlineData("a { list: [\n1,\n2\n] }", "a { list: [1, 2] }")]
    [InlineData("a { x: /* why */ 1 }", "a { x: /* why */ 1 }")]
    public void Stays_on_one_line_as_written(string input, string expected) => FormatAssert.Formats(input, expected);

    [Theory]
    [InlineData("a {\nx: 1 }")]
    [InlineData("a { x: 1\n}")]
    [InlineData("a {\n    x: 1,\n}")]
    public void A_line_break_keeps_it_open(string input) => FormatAssert.Formats(input, "a {\n  x: 1\n}");

    [Fact]
    public void A_line_break_between_statements_opens_it() =>
        FormatAssert.Formats("a { x: 1, y: 2\n z: 3 }", "a {\n  x: 1\n  y: 2\n  z: 3\n}");

    [Fact]
    public void An_open_body_has_no_commas() =>
        FormatAssert.Formats(
            """
            a {
              x: 1,
              y: 2, z: 3
              ,
            }
            """,
            """
            a {
              x: 1
              y: 2
              z: 3
            }
            """
        );

    [Fact]
    public void An_open_body_opens_the_bodies_around_it() =>
        FormatAssert.Formats(
            """
            a { b { c {
            x: 1 } }, d { y: 2 } }
            """,
            """
            a {
              b {
                c {
                  x: 1
                }
              }
              d { y: 2 }
            }
            """
        );

    [Fact]
    public void A_body_that_does_not_fit_is_opened() =>
        FormatAssert.Formats(
            """
            object cabin "a weathered pine cabin with a stone chimney at the edge of the lake" { at: left, count: 3 }
            """,
            """
            object cabin "a weathered pine cabin with a stone chimney at the edge of the lake" {
              at: left
              count: 3
            }
            """
        );

    [Fact]
    public void The_outer_of_two_bodies_is_opened_first() =>
        FormatAssert.Formats(
            """
            region shore "a pebble shore in the first light" { object boat "a rowing boat pulled up on the pebbles" { at: left } }
            """,
            """
            region shore "a pebble shore in the first light" {
              object boat "a rowing boat pulled up on the pebbles" { at: left }
            }
            """
        );

    [Fact]
    public void The_body_is_opened_before_a_list_in_the_head() =>
        FormatAssert.Formats(
            """
            for season in ["early spring", "midsummer", "late autumn", "deep winter"] { stage "the-${season}-page" }
            """,
            """
            for season in ["early spring", "midsummer", "late autumn", "deep winter"] {
              stage "the-${season}-page"
            }
            """
        );

    [Fact]
    public void A_list_in_the_head_is_opened_when_the_head_is_too_long() =>
        FormatAssert.Formats(
            """
            for season in ["early spring", "midsummer", "late autumn", "deep winter", "thaw after the long frost"] { stage a }
            """,
            """
            for season in [
              "early spring",
              "midsummer",
              "late autumn",
              "deep winter",
              "thaw after the long frost",
            ] {
              stage a
            }
            """
        );
}
