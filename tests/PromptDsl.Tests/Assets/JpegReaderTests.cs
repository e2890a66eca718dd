using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class JpegReaderTests
{
    [Theory]
    [InlineData(0xC0)]
    [InlineData(0xC1)]
    [InlineData(0xC2)]
    [InlineData(0xC9)]
    public void The_size_is_in_the_frame_header_of_any_process(byte frame)
    {
        AssetFacts facts = Read(new JpegFile { Frame = frame, Scans = 3 });
        Assert.Equal((AssetFormat.Jpeg, new ImageSize(40, 30)), (facts.Format, facts.Size));
        Assert.Equal((false, false, false), (facts.IsAnimated, facts.HasAlpha, facts.HasTransparentPixels));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    [InlineData(0, false)]
    [InlineData(9, false)]
    public void A_picture_on_its_side_is_measured_upright(int orientation, bool isSwapped)
    {
        var expected = isSwapped ? new ImageSize(30, 40) : new ImageSize(40, 30);
        Assert.Equal(expected, Read(new JpegFile { Orientation = orientation }).Size);
        Assert.Equal(expected, Read(new JpegFile { Orientation = orientation, IsExifLittleEndian = true }).Size);
        Assert.Equal(
            orientation is 0 or 9 ? 1 : orientation,
            Read(new JpegFile { Orientation = orientation }).Orientation
        );
    }

    [Fact]
    public void Broken_exif_turns_nothing()
    {
        byte[] file = new JpegFile { Orientation = 6 }.ToBytes();
        int exif = file.AsSpan().IndexOf("Exif"u8);

        // Byte order, 42 and the place of the directory; then the entry of the orientation.
        foreach (int i in Enumerable.Range(exif + 6, 8).Concat(Enumerable.Range(exif + 28, 10)))
        {
            byte[] broken = [.. file];
            broken[i] = 0xFF;
            Assert.Null(AssetAssert.Read(broken).Problem);
            Assert.Equal(new ImageSize(40, 30), AssetAssert.Read(broken).Size);
        }
    }

    [Fact]
    public void Faults_are_said()
    {
        Assert.Equal("its frame header states no height", Problem(new JpegFile { Height = 0 }.ToBytes()));
        Assert.Equal("its frame header states a width of 0", Problem(new JpegFile { Width = 0 }.ToBytes()));
        Assert.Equal("it has an end marker and no picture before it", Problem([0xFF, 0xD8, 0xFF, 0xD9]));
        Assert.Equal("no marker stands at byte 4", Problem([0xFF, 0xD8, 0xFF, 0xD0, 0x00]));
        Assert.Equal("the segment at byte 2 has no length", Problem([0xFF, 0xD8, 0xFF, 0xE0, 0, 1]));
        Assert.Equal("its frame header is too short", Problem([0xFF, 0xD8, 0xFF, 0xC0, 0, 7]));
        Assert.Equal("its frame header has a wrong length", Problem([0xFF, 0xD8, 0xFF, 0xC0, 0, 8, 8, 0, 1, 0, 1, 3]));
        Assert.Equal("its picture data stands before the frame header", Problem([0xFF, 0xD8, 0xFF, 0xDA, 0, 2]));
        Assert.Equal("it ends after 4 bytes, within a segment", Problem([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.EndsWith(", within its picture data", Problem(new JpegFile().ToBytes()[..^2]), StringComparison.Ordinal);
    }

    private static string? Problem(byte[] file) => AssetAssert.Read(file).Problem;

    private static AssetFacts Read(JpegFile jpeg)
    {
        AssetFacts facts = AssetAssert.Read(jpeg.ToBytes());
        Assert.Null(facts.Problem);
        return facts;
    }
}
