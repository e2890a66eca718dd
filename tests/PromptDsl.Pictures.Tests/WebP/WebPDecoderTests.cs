using PromptDsl.Pictures.WebP.Lossless;
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
            "it is 16384x16384 pixels, more than the 50 megapixels that are read",
            Problem(WebPFile.Lossless(16384, 16384, hasAlpha: false))
        );
        Assert.Equal(
            "it is 16383x16383 pixels, more than the 50 megapixels that are read",
            Problem(WebPFile.Lossy(16383, 16383))
        );
        Assert.Equal("its picture data ends early", Problem(WebPFile.Lossy(7071, 7071)));
    }

    [Fact]
    public void A_small_file_of_a_large_picture_takes_twice_its_pixels_at_most()
    {
        const int Width = 2000;
        const int Height = 1000;
        byte[] file = WebPFile.Container(WebPFile.Chunk("VP8L", OneIndexedColor(Width, Height)));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Raster picture = PictureDecoder.Decode(file);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((Width, Height), (picture.Width, picture.Height));
        Assert.InRange(allocated, picture.Pixels.Length, 2.1 * picture.Pixels.Length);
    }

    [Fact]
    public void Frames_that_are_not_keys_are_refused()
    {
        byte[] file = WebPFile.Lossy(1, 1);
        file[20] |= 1;
        Assert.Equal("its picture data begins with no key frame", Problem(file));
    }

    // A table of 256 colours, all of them and all pixels in codes of no bits.
    private static byte[] OneIndexedColor(int width, int height)
    {
        var bits = new LosslessBitWriter();
        bits.Write(LosslessBits.Signature, 8);
        bits.Write((uint)(width - 1), 14);
        bits.Write((uint)(height - 1), 14);
        bits.Write(0, 4);
        bits.Write(1, 1);
        bits.Write((uint)LosslessTransformKind.ColorIndexing, 2);
        bits.Write(255, 8);
        WriteEmptyCodes(bits, 1);
        bits.Write(0, 1);
        WriteEmptyCodes(bits, 2);
        return bits.ToArray();
    }

    // After as many flags that say no: five simple codes of one symbol, 0.
    private static void WriteEmptyCodes(LosslessBitWriter bits, int flags)
    {
        bits.Write(0, flags);
        for (int i = 0; i < 5; i++)
        {
            bits.Write(1, 4);
        }
    }

    private static string Problem(byte[] file) =>
        Assert.ThrowsAny<PictureFormatException>(() => PictureDecoder.Decode(file)).Message;
}
