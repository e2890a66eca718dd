using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class BlankLineFormattingTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\n\t")]
    [InlineData("\uFEFF")]
    public void An_empty_file_stays_empty(string input) => Assert.Equal("", FormatAssert.Format(input));

    [Theory]
    [InlineData("\n\nstage a\n\n\n")]
    [InlineData("stage a")]
    [InlineData("\uFEFFstage a\n")]
    public void None_begins_or_ends_a_file(string input) => Assert.Equal("stage a\n", FormatAssert.Format(input));

    [Fact]
    public void At_most_one_is_kept_between_statements() =>
        FormatAssert.Formats(
            """
            title: "a"


            version: "1"
            owner: "b"

            style {

              medium: "oil"



              mood: "calm"
              finish: "matte"

            }
            """,
            """
            title: "a"

            version: "1"
            owner: "b"

            style {
              medium: "oil"

              mood: "calm"
              finish: "matte"
            }
            """
        );

    [Fact]
    public void One_sets_an_open_block_apart() =>
        FormatAssert.Formats(
            """
            title: "a"
            style {
              medium: "oil"
            }
            stage a
            stage b
            stage c {
              change: "d"
            }
            stage e { change: "f" }
            """,
            """
            title: "a"

            style {
              medium: "oil"
            }

            stage a
            stage b

            stage c {
              change: "d"
            }

            stage e { change: "f" }
            """
        );

    [Fact]
    public void One_sets_a_block_apart_that_is_opened_because_it_does_not_fit() =>
        FormatAssert.Formats(
            """
            stage layout
            stage light { change: "let the light of the early morning fall through the three birches", keep: [cabin] }
            stage copy
            """,
            """
            stage layout

            stage light {
              change: "let the light of the early morning fall through the three birches"
              keep: [cabin]
            }

            stage copy
            """
        );

    [Fact]
    public void Goes_above_the_comments_of_a_block() =>
        FormatAssert.Formats(
            """
            title: "a"
            // How it looks.
            // In short.
            style {
              medium: "oil"
            }
            // What comes next.
            stage a
            """,
            """
            title: "a"

            // How it looks.
            // In short.
            style {
              medium: "oil"
            }

            // What comes next.
            stage a
            """
        );

    [Fact]
    public void A_blank_line_below_a_comment_sets_a_block_apart_too() =>
        FormatAssert.IsFormatted(
            """
            title: "a"
            // About the title.

            style {
              medium: "oil"
            }
            """
        );

    [Fact]
    public void Inner_blocks_stay_grouped_as_written() =>
        FormatAssert.IsFormatted(
            """
            details {
              object a {
                at: left
              }
              object b {
                at: right
              }
            }
            """
        );
}
