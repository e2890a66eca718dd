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
        Assert.Equal("it is an animation, which is not read", Problem(File(("VP8X", new byte[10]), ("ANMF", [1, 2]))));

    [Fact]
    public void A_file_without_picture() => Assert.Equal("it has no picture data", Problem(File(("EXIF", [1, 2]))));

    [Fact]
    public void Sizes_are_refused_before_anything_is_unfolded()
    {
        Assert.Equal(
            "it is 16384x16384 pixels, more than the 100 megapixels that are read",
            Problem(File(("VP8L", [0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0])))
        );
        Assert.Equal(
            "it is 16383x16383 pixels, more than the 100 megapixels that are read",
            Problem(File(("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, 0xFF, 0x3F, 0xFF, 0x3F])))
        );
        Assert.Equal(
            "its picture data ends early",
            Problem(File(("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, 0xFF, 0x1F, 0xFF, 0x1F])))
        );
    }

    [Fact]
    public void Frames_that_are_not_keys_are_refused() =>
        Assert.Equal(
            "its picture data begins with no key frame",
            Problem(File(("VP8 ", [0x11, 0, 0, 0x9D, 0x01, 0x2A, 1, 0, 1, 0])))
        );

    private static byte[] File(params (string Name, byte[] Data)[] chunks)
    {
        byte[] body =
        [
            .. chunks.SelectMany(c =>
                new ByteWriter()
                    .Text(c.Name)
                    .Add(BitConverter.GetBytes(c.Data.Length))
                    .Add(c.Data)
                    .Add(new byte[c.Data.Length & 1])
                    .ToArray()
            ),
        ];
        return new ByteWriter()
            .Text("RIFF")
            .Add(BitConverter.GetBytes(body.Length + 4))
            .Text("WEBP")
            .Add(body)
            .ToArray();
    }

    private static string Problem(byte[] file) =>
        Assert.Throws<PictureFormatException>(() => PictureDecoder.Decode(file)).Message;
}
