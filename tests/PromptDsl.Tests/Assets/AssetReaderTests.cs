using System.Security.Cryptography;
using System.Text;
using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class AssetReaderTests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("GIF", "it is none of PNG, JPEG, WebP and GIF")]
    [InlineData("BM......", "it seems to be BMP, and not PNG, JPEG, WebP or GIF")]
    [InlineData("%PDF-1.7", "it seems to be PDF, and not PNG, JPEG, WebP or GIF")]
    [InlineData("<svg></svg>", "it seems to be SVG or other XML, and not PNG, JPEG, WebP or GIF")]
    [InlineData("\0\0\0\u0020ftypavif", "it seems to be AVIF, and not PNG, JPEG, WebP or GIF")]
    [InlineData("\0\0\0\u0020ftypheic", "it seems to be HEIC, and not PNG, JPEG, WebP or GIF")]
    [InlineData("\0\0\0\u0020ftypisom", "it seems to be a film, and not PNG, JPEG, WebP or GIF")]
    [InlineData("II*\0....", "it seems to be TIFF, and not PNG, JPEG, WebP or GIF")]
    [InlineData("\u0089PNG\n\u001A\n", "its PNG signature is damaged, as by a transfer that changes line ends")]
    [InlineData(
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        "it is a pointer of Git LFS and not the picture, which `git lfs pull` brings"
    )]
    public void What_is_no_picture_is_called_what_it_is(string text, string problem)
    {
        AssetFacts facts = AssetAssert.Read(Encoding.Latin1.GetBytes(text));
        Assert.Equal((AssetFormat.Unknown, problem), (facts.Format, facts.Problem));
        Assert.Null(facts.Size);
    }

    [Fact]
    public void The_hash_is_that_of_all_bytes_whatever_is_in_them()
    {
        byte[] png = new PngFile().ToBytes();
        byte[][] files =
        [
            [],
            png,
            png[..20],
            [.. png, 1, 2, 3],
            new byte[300_000],
        ];
        Assert.All(files, f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(f)), AssetAssert.Read(f).Sha256));
    }

    [Fact]
    public void Streams_may_give_a_byte_at_a_time()
    {
        byte[] png = new PngFile { DataChunk = 1 }.ToBytes();
        Assert.Equal(AssetAssert.Read(png), AssetReader.Read(new DripStream(png), png.Length));
    }

    [Fact]
    public void No_more_than_the_stated_length_is_read()
    {
        using var endless = new MemoryStream(new byte[1000]);
        Assert.Equal(10, AssetReader.Read(endless, 10).Bytes);
        Assert.Equal(10, endless.Position);
    }

    [Fact]
    public void A_file_that_got_shorter_has_the_length_that_was_read() =>
        Assert.Equal(5, AssetReader.Read(new MemoryStream(new byte[5]), 10).Bytes);

    [Fact]
    public void A_huge_file_is_not_read()
    {
        AssetFacts facts = AssetReader.Read(Stream.Null, AssetReader.MaxFileBytes + 1);
        Assert.Equal("it has 268435457 bytes, more than the 268435456 that are looked at", facts.Problem);
        Assert.Null(facts.Sha256);
    }

    [Fact]
    public void The_pictures_of_the_examples_are_sound()
    {
        string[] files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "examples/refs"));
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            AssetFacts facts = AssetAssert.Read(File.ReadAllBytes(file));
            Assert.True(facts is { Format: AssetFormat.Png, Problem: null, IsAnimated: false }, $"{file}: {facts}");
            bool isMask = Path.GetFileName(file) == "pool-mask.png";
            Assert.True(!isMask || facts.HasTransparentPixels == true, file);
        }

        byte[] mask = File.ReadAllBytes(files.Single(f => f.EndsWith("/pool-mask.png", StringComparison.Ordinal)));
        byte[] pool = File.ReadAllBytes(files.Single(f => f.EndsWith("/pool.png", StringComparison.Ordinal)));
        ImageSize? size = AssetAssert.Read(pool).Size;
        Assert.NotNull(size);
        Assert.Equal(size, AssetAssert.Read(mask).Size);
    }

    private sealed class DripStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
