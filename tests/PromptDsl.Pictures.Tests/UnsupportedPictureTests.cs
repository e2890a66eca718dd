using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Pictures.Tests;

/// <summary>What is not read is told from what is damaged.</summary>
public class UnsupportedPictureTests
{
    public static TheoryData<string, byte[]> Unsupported =>
        new()
        {
            { "CMYK", Fixture.Read("cmyk.jpg") },
            { "an animation", WebPFile.Extended(2, 2, 2, WebPFile.Chunk("ANMF", [1, 2])) },
            { "16384 × 16384 pixels", WebPFile.Container(WebPFile.Chunk("VP8L", [0x2F, 255, 255, 255, 0x0F])) },
        };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void Kinds_and_sizes_that_are_not_read(string kind, byte[] file)
    {
        UnsupportedPictureException e = Assert.Throws<UnsupportedPictureException>(() => PictureDecoder.Decode(file));
        Assert.True(e.Message.EndsWith(" read", StringComparison.Ordinal), $"{kind}: {e.Message}");
    }

    [Theory]
    [InlineData("full.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("lossy.webp")]
    [InlineData("lossless.webp")]
    public void A_file_that_ends_early_is_damaged(string name) =>
        Assert.Throws<PictureFormatException>(() => PictureDecoder.Decode(Fixture.Read(name)[..^9]));
}
