using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

public class TextTokensTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("a", 1, 1, 1)]
    [InlineData("a red fox in the snow", 5, 6, 11)]
    [InlineData("Größe “é”", 2, 3, 5)]
    [InlineData("눈밭의 붉은 여우", 4, 8, 15)]
    [InlineData("赤い狐", 2, 3, 6)]
    [InlineData("Лиса", 1, 4, 8)]
    [InlineData("🦊", 1, 1, 4)]
    public void Tokens_are_estimated_by_script(string text, int low, int expected, int high) =>
        Assert.Equal(new TokenRange(low, expected, high), TextTokens.Estimate(text));

    [Fact]
    public void A_lone_surrogate_is_a_character() =>
        Assert.Equal(new TokenRange(1, 1, 3), TextTokens.Estimate("\uD800"));
}
