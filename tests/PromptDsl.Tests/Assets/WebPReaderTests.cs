using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class WebPReaderTests
{
    private const byte Animation = 0x02;
    private const byte Alpha = 0x10;

    [Fact]
    public void Lossy()
    {
        AssetFacts facts = Read(WebPFile.Lossy(16383, 7));
        Assert.Equal((AssetFormat.WebP, new ImageSize(16383, 7)), (facts.Format, facts.Size));
        Assert.Equal((false, false), (facts.IsAnimated, facts.HasAlpha));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lossless(bool hasAlpha)
    {
        AssetFacts facts = Read(WebPFile.Lossless(16384, 1, hasAlpha));
        Assert.Equal((new ImageSize(16384, 1), hasAlpha), (facts.Size, facts.HasAlpha));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(Alpha, true)]
    public void Extended(byte flags, bool hasAlpha)
    {
        AssetFacts facts = Read(
            WebPFile.Extended(20, 10, flags, WebPFile.Chunk("ICCP", [1]), WebPFile.LossyChunk(20, 10))
        );
        Assert.Equal((new ImageSize(20, 10), hasAlpha, false), (facts.Size, facts.HasAlpha, facts.IsAnimated));
    }

    [Fact]
    public void Animated()
    {
        byte[] frame = WebPFile.Chunk("ANMF", new byte[16]);
        AssetFacts facts = Read(WebPFile.Extended(20, 10, Animation, WebPFile.Chunk("ANIM", new byte[6]), frame));
        Assert.Equal((true, false, new ImageSize(20, 10)), (facts.IsAnimated, facts.HasAlpha, facts.Size));
    }

    [Fact]
    public void What_stands_behind_the_container_is_passed_over() =>
        Assert.Equal(new ImageSize(3, 3), Read([.. WebPFile.Lossy(3, 3), 1, 2, 3]).Size);

    [Fact]
    public void Faults_are_said()
    {
        Assert.Equal("its picture is 0×4", Problem(WebPFile.Lossy(0, 4)));
        Assert.Equal("it has no picture in it", Problem(WebPFile.Extended(20, 10, 0)));
        Assert.Equal(
            "it has no picture in it",
            Problem(WebPFile.Extended(20, 10, Animation, WebPFile.LossyChunk(20, 10)))
        );
        Assert.Equal(
            "its canvas is 20x10 and its picture 20x11",
            Problem(WebPFile.Extended(20, 10, 0, WebPFile.LossyChunk(20, 11)))
        );
        Assert.Equal(
            "its first chunk is none that begins a WebP file",
            Problem(WebPFile.Container(WebPFile.Chunk("ALPH", [1, 2])))
        );
        Assert.Equal(
            "the header of its picture is too short",
            Problem(WebPFile.Container(WebPFile.Chunk("VP8L", [0x2F, 0])))
        );
        Assert.Equal(
            "its picture data has no lossless header",
            Problem(WebPFile.Container(WebPFile.Chunk("VP8L", [0x2E, 0, 0, 0, 0])))
        );
        Assert.Equal(
            "its picture data does not begin with a key frame",
            Problem(WebPFile.Container(WebPFile.Chunk("VP8 ", new byte[10])))
        );
        byte[] lying = WebPFile.Lossy(3, 3);
        lying[16] = 200;
        Assert.Equal("a chunk reaches beyond the size in its header", Problem(lying));
        lying[4] = 3;
        Assert.Equal("its header states a size of 3 bytes", Problem(lying));
    }

    private static string? Problem(byte[] file) => AssetAssert.Read(file).Problem;

    private static AssetFacts Read(byte[] file)
    {
        AssetFacts facts = AssetAssert.Read(file);
        Assert.Null(facts.Problem);
        return facts;
    }
}
