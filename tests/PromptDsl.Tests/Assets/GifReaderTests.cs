using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class GifReaderTests
{
    [Theory]
    [InlineData(1, false, "GIF89a")]
    [InlineData(1, true, "GIF89a")]
    [InlineData(2, false, "GIF89a")]
    [InlineData(3, true, "GIF89a")]
    [InlineData(1, false, "GIF87a")]
    public void Screen_frames_and_transparency(int frames, bool isTransparent, string version)
    {
        var gif = new GifFile
        {
            Width = 65535,
            Height = 3,
            Frames = frames,
            IsTransparent = isTransparent,
            Version = version,
        };
        AssetFacts facts = AssetAssert.Read(gif.ToBytes());
        Assert.Null(facts.Problem);
        Assert.Equal((AssetFormat.Gif, new ImageSize(65535, 3)), (facts.Format, facts.Size));
        Assert.Equal((frames > 1, isTransparent), (facts.IsAnimated, facts.HasAlpha));
        Assert.Equal(isTransparent ? null : false, facts.HasTransparentPixels);
    }

    [Fact]
    public void Faults_are_said()
    {
        Assert.Equal("its logical screen is 0×4", Problem(new GifFile { Width = 0 }.ToBytes()));
        Assert.Equal("it has no picture in it", Problem(new GifFile { Frames = 0 }.ToBytes()));
        byte[] gif = new GifFile().ToBytes();
        Assert.Equal("it ends after 9 bytes, within its logical screen", Problem(gif[..9]));
        Assert.EndsWith(", within its blocks", Problem(gif[..^1]), StringComparison.Ordinal);
        gif[19] = 0x55;
        Assert.Equal("no block begins at byte 19", Problem(gif));
        gif[19] = 0x21;
        gif[20] = 0xF9;
        Assert.Equal("a graphic control extension has a wrong length", Problem(gif));
        gif = new GifFile().ToBytes();
        gif[^6] = 9;
        Assert.Equal("the picture data of a frame is damaged", Problem(gif));
    }

    private static string? Problem(byte[] file) => AssetAssert.Read(file).Problem;
}
