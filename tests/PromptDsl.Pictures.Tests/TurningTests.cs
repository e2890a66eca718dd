using Xunit;

namespace PromptDsl.Pictures.Tests;

public class TurningTests
{
    // As Pillow's exif_transpose turns the rows abc and def.
    [Theory]
    [InlineData(1, "abc def")]
    [InlineData(2, "cba fed")]
    [InlineData(3, "fed cba")]
    [InlineData(4, "def abc")]
    [InlineData(5, "ad be cf")]
    [InlineData(6, "da eb fc")]
    [InlineData(7, "fc eb da")]
    [InlineData(8, "cf be ad")]
    [InlineData(0, "abc def")]
    [InlineData(9, "abc def")]
    public void Each_orientation_is_turned_upright(int orientation, string rows)
    {
        Raster picture = Samples.Paint(3, 2, (x, y) => ('a' + x + (3 * y), 1, 2, 255));
        Raster upright = Turning.Upright(picture, orientation);
        IEnumerable<string> read = Enumerable
            .Range(0, upright.Height)
            .Select(y => string.Concat(Enumerable.Range(0, upright.Width).Select(x => (char)upright.Row(y)[x * 4])));
        Assert.Equal(rows, string.Join(' ', read));
    }
}
