using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class PngProblemTests
{
    [Theory]
    [InlineData(0u, 5u, "its header states 0×5 pixels")]
    [InlineData(5u, 0u, "its header states 5×0 pixels")]
    [InlineData(0x80000000u, 5u, "its header states 2147483648×5 pixels")]
    [InlineData(
        0x7FFFFFFFu,
        0x7FFFFFFFu,
        "it is 2147483647x2147483647 pixels, longer than the 1048576 that are looked through"
    )]
    [InlineData(
        20000u,
        20000u,
        "its pixels unfold to 1600000000 bytes, more than the 268435456 that are looked through"
    )]
    [InlineData(4u, 2u, "its picture data ends before its last row")]
    public void Stated_sizes(uint width, uint height, string problem) =>
        Assert.Equal(problem, Problem(new PngFile { StatedSize = (width, height) }));

    [Fact]
    public void What_was_found_before_the_fault_is_kept()
    {
        AssetFacts facts = AssetAssert.Read(new PngFile { StatedSize = (20000, 20000) }.ToBytes());
        Assert.Equal((new ImageSize(20000, 20000), true), (facts.Size, facts.HasAlpha));
        Assert.Null(facts.HasTransparentPixels);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(5, 8)]
    [InlineData(7, 8)]
    [InlineData(2, 4)]
    [InlineData(3, 16)]
    [InlineData(6, 0)]
    public void Colour_types_and_depths(int color, int depth) =>
        Assert.Equal(
            $"its header states the colour type {color} with {depth} bits, which PNG does not have",
            Problem(
                new PngFile
                {
                    Color = color,
                    Depth = depth,
                    Rows = [0],
                }
            )
        );

    [Fact]
    public void Chunks_that_lack_or_do_not_fit()
    {
        byte[][] chunks = [.. new PngFile().Chunks()];
        byte[] header = chunks[0];
        byte[] data = chunks[1];
        byte[] end = chunks[2];
        byte[] note = PngFile.Chunk("tEXt", [1, 2]);
        Assert.Null(Problem(header, note, data, note, end));
        Assert.Equal("it does not begin with its header", Problem(data, end));
        Assert.Equal("it has no picture data", Problem(header, end));
        Assert.Equal("the chunks of its picture data do not follow each other", Problem(header, data, note, data, end));
        Assert.Equal("it has a chunk CgBI that PNG does not have there", Problem(header, PngFile.Chunk("CgBI", [])));
        Assert.Equal("it has a chunk IHDR that PNG does not have there", Problem(header, data, header, end));
        Assert.Equal("its palette has a wrong length", Problem(header, PngFile.Chunk("PLTE", new byte[4])));
        Assert.Equal("its palette has a wrong length", Problem(header, PngFile.Chunk("PLTE", new byte[771])));
        Assert.Equal("its chunk acTL has a wrong length", Problem(header, PngFile.Chunk("acTL", [0])));
        Assert.Equal("its chunk tRNS has a wrong length", Problem(header, PngFile.Chunk("tRNS", new byte[257])));
        Assert.Equal("no chunk begins at byte 33", Problem(header, PngFile.Chunk("te t", [])));
        Assert.Equal("no chunk begins at byte 33", Problem(header, [0x80, 0, 0, 0, 0x49, 0x44, 0x41, 0x54]));
        note[9] ^= 1;
        Assert.Equal("the checksum of its chunk tEXt is wrong", Problem(header, note, data, end));
    }

    [Fact]
    public void Palettes_and_transparency()
    {
        var indexed = new PngFile { Color = 3, Sample = (_, _, _) => 0 };
        Assert.Equal("it has no palette", Problem(indexed));
        Assert.Equal(
            "its chunk tRNS has a wrong length",
            Problem(indexed with { Palette = new byte[6], Transparency = new byte[3] })
        );
        Assert.Equal("its chunk tRNS has a wrong length", Problem(new PngFile { Color = 2, Transparency = [0, 1] }));
    }

    [Fact]
    public void Data_that_is_not_compressed_rows()
    {
        Assert.Equal("a row has the filter 5, which PNG does not have", Problem(new PngFile { Filter = _ => 5 }));
        byte[][] chunks = [.. new PngFile().Chunks()];
        Assert.Equal(
            "its picture data cannot be decompressed",
            Problem(chunks[0], PngFile.Chunk("IDAT", [1, 2, 3, 4]), chunks[2])
        );
        Assert.Equal(
            "its picture data asks for a dictionary",
            Problem(chunks[0], PngFile.Chunk("IDAT", [0x78]), PngFile.Chunk("IDAT", [0x20, 0, 0]), chunks[2])
        );
        byte[] wrongSum = PngFile.Compress([0, .. new byte[12], 0, .. new byte[12]]);
        wrongSum[^1] ^= 1;
        Assert.Equal(
            "its picture data cannot be decompressed",
            Problem(chunks[0], PngFile.Chunk("IDAT", wrongSum), chunks[2])
        );
    }

    private static string? Problem(PngFile png) => AssetAssert.Read(png.ToBytes()).Problem;

    private static string? Problem(params byte[][] chunks) =>
        AssetAssert.Read(PngFile.Join([PngFile.Signature, .. chunks])).Problem;
}
