using Xunit;

namespace PromptDsl.Tests.Formatting;

/// <summary>Lines end at column 100, and Hangul takes two columns.</summary>
public sealed class WideTextFormattingTests
{
    [Theory]
    [InlineData("가", 45)]
    [InlineData("漢", 45)]
    [InlineData("\U0001F600", 45)]
    [InlineData("👩‍👩‍👧", 45)]
    [InlineData("e\u0301", 90)]
    [InlineData("a", 90)]
    public void A_line_is_measured_in_columns(string character, int count)
    {
        string text = string.Concat(Enumerable.Repeat(character, count));
        FormatAssert.IsFormatted($"keep: [\"{text}\"]");
        FormatAssert.Formats($"keep: [\"{text}.\"]", $"keep: [\n  \"{text}.\",\n]");
    }

    [Fact]
    public void Korean_bodies_are_opened_when_they_do_not_fit() =>
        FormatAssert.Formats(
            """
            object 오두막 "소나무 숲 가장자리에 선 낡은 오두막" { at: left, emphasis: high }
            object 오두막 "소나무 숲 가장자리에 선 낡은 오두막과 돌로 쌓은 굴뚝, 그 옆의 장작더미" { at: left, emphasis: high }
            """,
            """
            object 오두막 "소나무 숲 가장자리에 선 낡은 오두막" { at: left, emphasis: high }

            object 오두막 "소나무 숲 가장자리에 선 낡은 오두막과 돌로 쌓은 굴뚝, 그 옆의 장작더미" {
              at: left
              emphasis: high
            }
            """
        );
}
