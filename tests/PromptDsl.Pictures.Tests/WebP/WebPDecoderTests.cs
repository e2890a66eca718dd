using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Pictures.Tests.WebP;

public class WebPDecoderTests
{
    [Theory]
    [InlineData("lossless.webp")]
    [InlineData("lossless-indexed.webp")]
    [InlineData("lossless-plain.webp")]
    [InlineData("lossy.webp")]
    [InlineData("lossy-alpha.webp")]
    [InlineData("lossy-raw-alpha.webp")]
    [InlineData("lossy-simple-filter.webp")]
    public void Reads_what_another_program_wrote(string name)
    {
        Raster expected = Fixture.Expected(name);
        Raster actual = PictureDecoder.Decode(Fixture.Read(name));
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.Equal(expected.Pixels, actual.Pixels);
    }

    [Fact]
    public void Animations_are_refused() =>
        Assert.Equal(
            "it is an animation, which is not read",
            Problem(WebPFile.Extended(2, 2, 2, WebPFile.Chunk("ANMF", [1, 2])))
        );

    [Fact]
    public void A_file_without_picture() =>
        Assert.Equal("it has no picture data", Problem(WebPFile.Container(WebPFile.Chunk("EXIF", [1, 2]))));

    [Fact]
    public void Sizes_are_refused_before_anything_is_unfolded()
    {
        Assert.Equal(
            "it is 16384x16384 pixels, more than the 100 megapixels that are read",
            Problem(WebPFile.Lossless(16384, 16384, hasAlpha: false))
        );
        Assert.Equal(
            "it is 16383x16383 pixels, more than the 100 megapixels that are read",
            Problem(WebPFile.Lossy(16383, 16383))
        );
        Assert.Equal("its picture data ends early", Problem(WebPFile.Lossy(8191, 8191)));
    }

    [Fact]
    public void Frames_that_are_not_keys_are_refused()
    {
        byte[] file = WebPFile.Lossy(1, 1);
        file[20] |= 1;
        Assert.Equal("its picture data begins with no key frame", Problem(file));
    }

    private static string Problem(byte[] file) =>
        Assert.ThrowsAny<PictureFormatException>(() => PictureDecoder.Decode(file)).Message;
}
