using Xunit;

namespace PromptDsl.Pictures.Tests.Jpeg;

public class JpegDecoderTests
{
    // Half a level of rounding in a colour channel makes up to three levels of blue.
    private const int Tolerance = 3;

    [Theory]
    [InlineData("full.jpg")]
    [InlineData("grey.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("restart.jpg")]
    [InlineData("rgb.jpg")]
    public void Reads_what_another_program_wrote(string name)
    {
        Raster expected = Fixture.Expected(name);
        Raster actual = PictureDecoder.Decode(Fixture.Read(name));
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.All(expected.Pixels.Zip(actual.Pixels), p => Assert.InRange(p.Second - p.First, -Tolerance, Tolerance));
    }

    [Fact]
    public void Cmyk_is_refused() =>
        Assert.Equal("it has four channels, as CMYK has, which is not read", Problem(Fixture.Read("cmyk.jpg")));

    [Fact]
    public void Other_processes_are_refused()
    {
        byte[] file = Fixture.Read("full.jpg");
        file[IndexOf(file, 0xC0) + 1] = 0xC9;
        Assert.Equal("it is coded by process SOF9, which is not read", Problem(file));
    }

    [Fact]
    public void A_large_size_needs_data()
    {
        byte[] file = Fixture.Read("full.jpg");
        int size = IndexOf(file, 0xC0) + 5;
        file[size] = 0x1B;
        file[size + 2] = 0x1B;
        Assert.Equal("its picture data ends early", Problem(file));
        file[size] = 0xFF;
        file[size + 2] = 0xFF;
        Assert.Equal("it is 65341x65317 pixels, more than the 50 megapixels that are read", Problem(file));
    }

    [Fact]
    public void Many_scans_are_refused()
    {
        byte[] file = Fixture.Read("full.jpg");
        int scan = IndexOf(file, 0xDA);
        byte[] scans = file[scan..^2];
        byte[] many = [.. file[..scan], .. Enumerable.Repeat(scans, 101).SelectMany(s => s), 0xFF, 0xD9];
        Assert.Equal("it has more than the 100 scans that are read", Problem(many));
    }

    private static int IndexOf(byte[] file, byte marker) => file.AsSpan().IndexOf([(byte)0xFF, marker]);

    private static string Problem(byte[] file) =>
        Assert.ThrowsAny<PictureFormatException>(() => PictureDecoder.Decode(file)).Message;
}
