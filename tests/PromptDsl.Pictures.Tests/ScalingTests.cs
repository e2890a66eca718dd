using Xunit;

namespace PromptDsl.Pictures.Tests;

public class ScalingTests
{
    [Theory]
    [InlineData(200, 100, 50, 50, 25)]
    [InlineData(100, 200, 400, 200, 400)]
    [InlineData(300, 1, 30, 30, 1)]
    [InlineData(7, 5, 7, 7, 5)]
    [InlineData(1, 1, 9, 9, 9)]
    public void The_longest_side_fits(int width, int height, int longestSide, int fitWidth, int fitHeight)
    {
        Raster fit = Scaling.Fit(Samples.Gradient(width, height), longestSide);
        Assert.Equal((fitWidth, fitHeight), (fit.Width, fit.Height));
    }

    [Fact]
    public void Of_its_own_size_it_stays_the_same()
    {
        Raster picture = Samples.Gradient(31, 17);
        Assert.Equal(picture.Pixels, Scaling.Fit(picture, 31).Pixels);
    }

    [Fact]
    public void Enlarged_pixels_go_over_into_each_other()
    {
        Raster picture = Samples.Paint(2, 1, (x, _) => (x * 200, 100, 50 + (x * 100), 255));
        Raster fit = Scaling.Fit(picture, 8);
        int[] reds = [.. Enumerable.Range(0, 8).Select(x => (int)fit.Row(0)[x * Raster.BytesPerPixel])];
        Assert.Equal([0, 0, 25, 75, 125, 175, 200, 200], reds);
        Assert.Equal(fit.Row(0), fit.Row(fit.Height - 1));
        Assert.True(fit.IsOpaque);
    }
}
