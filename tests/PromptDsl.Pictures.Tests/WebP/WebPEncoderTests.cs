using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PromptDsl.Pictures.Tests.WebP;

public class WebPEncoderTests
{
    [Fact]
    public void Every_pixel_comes_back() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(Samples.Any(), p => PictureDecoder.Decode(WebPEncoder.Encode(p)).Pixels.SequenceEqual(p.Pixels))
        );

    [Fact]
    public void Long_runs_and_many_colours()
    {
        Raster raster = Samples.Paint(
            300,
            200,
            (x, y) => y < 60 ? (40, 90, 160, 255) : (x % 256, y, x * y % 256, 255 - (x % 7))
        );
        Assert.Equal(raster.Pixels, PictureDecoder.Decode(WebPEncoder.Encode(raster)).Pixels);
    }

    [Fact]
    public void A_flat_picture_is_small()
    {
        byte[] file = WebPEncoder.Encode(Samples.Paint(1024, 1024, (_, _) => (40, 90, 160, 255)));
        Assert.InRange(file.Length, 1, 1024);
    }

    [Fact]
    public void An_edge_has_a_bound() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WebPEncoder.Encode(new Raster(16385, 1)));
}
