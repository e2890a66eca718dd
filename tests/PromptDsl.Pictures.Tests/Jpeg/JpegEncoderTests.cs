using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PromptDsl.Pictures.Tests.Jpeg;

public class JpegEncoderTests
{
    [Theory]
    [InlineData(100, ChromaSampling.Full, 45)]
    [InlineData(90, ChromaSampling.Full, 30)]
    [InlineData(90, ChromaSampling.Half, 22)]
    [InlineData(50, ChromaSampling.Full, 24)]
    [InlineData(1, ChromaSampling.Half, 12)]
    public void What_is_read_back_is_near(int quality, ChromaSampling sampling, double decibels)
    {
        foreach ((int width, int height) in new[] { (64, 48), (61, 37), (1, 1) })
        {
            Raster raster = Samples.Gradient(width, height);
            byte[] file = JpegEncoder.Encode(raster, quality, sampling);
            Assert.InRange(Samples.Psnr(raster, PictureDecoder.Decode(file)), decibels, double.PositiveInfinity);
        }
    }

    [Fact]
    public void Any_picture_can_be_read_back_opaque() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                Samples.Any(),
                p =>
                {
                    Raster read = PictureDecoder.Decode(JpegEncoder.Encode(p, 80, ChromaSampling.Half));
                    return (read.Width, read.Height, read.IsOpaque) == (p.Width, p.Height, true);
                }
            )
        );

    [Fact]
    public void Transparent_pixels_are_laid_on_white()
    {
        Raster raster = Samples.Paint(16, 16, (_, _) => (0, 0, 200, 128));
        Raster read = PictureDecoder.Decode(JpegEncoder.Encode(raster, 100));
        byte[] mixed = [127, 127, 227, 255];
        Assert.All(read.Pixels.Chunk(4), p => Assert.All(p.Zip(mixed), c => Assert.InRange(c.First - c.Second, -2, 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Quality_has_bounds(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegEncoder.Encode(new Raster(1, 1), quality));

    [Fact]
    public void The_same_pixels_give_the_same_bytes()
    {
        byte[] file = JpegEncoder.Encode(Samples.Gradient(61, 37), 75, ChromaSampling.Half);
        string hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file));
        Assert.Equal("9DB3FA71C08F22A5", hash[..16]);
    }
}
