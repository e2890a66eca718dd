using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Values;

public class RgbColorTests
{
    [Theory]
    [InlineData("#28F", 0x22, 0x88, 0xFF, 0xFF)]
    [InlineData("#2E4057", 0x2E, 0x40, 0x57, 0xFF)]
    [InlineData("#2e405780", 0x2E, 0x40, 0x57, 0x80)]
    public void Reads_the_literals_of_the_language(string literal, int red, int green, int blue, int alpha)
    {
        Assert.True(RgbColor.TryParse(literal, out RgbColor color));
        Assert.Equal(new RgbColor((byte)red, (byte)green, (byte)blue, (byte)alpha), color);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("2E4057")]
    [InlineData("#2E40")]
    [InlineData("#2E405")]
    [InlineData("#2E405G")]
    [InlineData("#2E4057FFF")]
    [InlineData("#+1F")]
    [InlineData("# 1F")]
    public void Refuses_what_is_no_colour(string literal) => Assert.False(RgbColor.TryParse(literal, out _));

    [Theory]
    [InlineData("#28F", "#2288FF")]
    [InlineData("#2e405780", "#2E405780")]
    [InlineData("#000000ff", "#000000")]
    public void Is_written_in_full(string literal, string written)
    {
        Assert.True(RgbColor.TryParse(literal, out RgbColor color));
        Assert.Equal(written, color.ToString());
    }

    // The values of the contrast checkers that cite WCAG.
    [Theory]
    [InlineData("#FFFFFF", "#000000", 21)]
    [InlineData("#777777", "#FFFFFF", 4.48)]
    [InlineData("#FF0000", "#FFFFFF", 4.0)]
    [InlineData("#2E4057", "#2E4057", 1)]
    public void Contrast(string first, string second, double ratio)
    {
        Assert.True(RgbColor.TryParse(first, out RgbColor a));
        Assert.True(RgbColor.TryParse(second, out RgbColor b));
        Assert.Equal(ratio, a.ContrastWith(b), 0.005);
        Assert.Equal(a.ContrastWith(b), b.ContrastWith(a));
    }
}
