using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Values;

public class OkLabTests
{
    // CSS Color 4 states these coordinates for the primaries of sRGB.
    [Theory]
    [InlineData(255, 255, 255, 1, 0, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 0, 0, 0.62796, 0.22486, 0.12585)]
    [InlineData(0, 255, 0, 0.86644, -0.23389, 0.17950)]
    [InlineData(0, 0, 255, 0.45201, -0.03246, -0.31153)]
    public void Known_colours(int red, int green, int blue, double lightness, double a, double b)
    {
        OkLab lab = OkLab.FromRgb((byte)red, (byte)green, (byte)blue);
        Assert.Equal(lightness, lab.Lightness, 0.0001);
        Assert.Equal(a, lab.A, 0.0001);
        Assert.Equal(b, lab.B, 0.0001);
    }

    [Fact]
    public void Greys_have_no_chroma()
    {
        for (int grey = 0; grey <= byte.MaxValue; grey++)
        {
            Assert.Equal(0, OkLab.FromRgb((byte)grey, (byte)grey, (byte)grey).Chroma, 0.0001);
        }
    }

    [Fact]
    public void Black_and_white_are_100_apart()
    {
        OkLab black = OkLab.FromRgb(0, 0, 0);
        OkLab white = OkLab.FromRgb(255, 255, 255);
        Assert.Equal(100, black.DistanceTo(white), 0.001);
        Assert.Equal(0, white.DistanceTo(white));
    }
}
