using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class ColorTests
{
    private static readonly SourceSpan Place = new(SourceText.FromString(""), new TextSpan(0, 0));

    [Theory]
    [InlineData("#2E4057", 0x2E4057)]
    [InlineData("#2e4057", 0x2E4057)]
    [InlineData("#fa0", 0xFFAA00)]
    [InlineData("#11223380", 0x112233)]
    public void Literals_are_read(string literal, int hex) =>
        Assert.Equal(Rgb.FromHex(hex), ColorWords.Find(new ColorValue(literal, Place)));

    [Theory]
    [InlineData("a muted indigo", 0x2E3A78)]
    [InlineData("Warm White", 0xFAFAF7)]
    [InlineData("짙은 남색", 0x1D2F55)]
    [InlineData("red, weathered", 0xC8322E)]
    public void Words_are_roughly_what_they_say(string words, int hex) => Assert.Equal(Rgb.FromHex(hex), Find(words));

    [Theory]
    [InlineData("weathered")]
    [InlineData("rustic")]
    [InlineData("")]
    public void Words_without_a_colour_have_none(string words) => Assert.Null(Find(words));

    [Fact]
    public void Lettering_is_legible_on_every_colour()
    {
        for (int hex = 0; hex <= 0xFFFFFF; hex += 0x010307)
        {
            Rgb ground = Rgb.FromHex(hex);
            Assert.True(Rgb.Contrast(ground, ground.Legible) >= 3.9, $"{hex:X6}");
        }
    }

    private static Rgb? Find(string words) =>
        ColorWords.Find(new TextValue(new AuthoredText([new TextRun(words, Place)], Place)));
}
