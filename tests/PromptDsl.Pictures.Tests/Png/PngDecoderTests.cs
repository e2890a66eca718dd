using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Pictures.Tests.Png;

public class PngDecoderTests
{
    public static TheoryData<int, int> ColorsAndDepths =>
        new(
            from color in new[] { 0, 2, 3, 4, 6 }
            from depth in new[] { 1, 2, 4, 8, 16 }
            where depth == 8 || color == 0 || (color == 3 ? depth < 8 : depth == 16)
            select (color, depth)
        );

    [Theory]
    [MemberData(nameof(ColorsAndDepths))]
    public void Every_colour_type_depth_interlace_and_filter(int color, int depth)
    {
        int max = (1 << depth) - 1;
        foreach (bool isInterlaced in new[] { false, true })
        {
            foreach ((int width, int height) in new[] { (1, 1), (3, 9), (19, 11) })
            {
                var file = new PngFile
                {
                    Width = width,
                    Height = height,
                    Color = color,
                    Depth = depth,
                    IsInterlaced = isInterlaced,
                    DataChunk = 7,
                    Palette = color == 3 ? [.. Enumerable.Range(0, (max + 1) * 3).Select(i => (byte)(i * 37))] : null,
                    Transparency = color == 3 ? [0, 100] : null,
                    Sample = (x, y, channel) => ((x * 7919) + (y * 104729) + (channel * 1299709)) & max,
                    Filter = y => y % 5,
                };
                Raster raster = PictureDecoder.Decode(file.ToBytes());
                Assert.Equal((width, height), (raster.Width, raster.Height));
                Assert.Equal(Samples.Paint(width, height, (x, y) => Expected(file, x, y)).Pixels, raster.Pixels);
            }
        }
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    public void One_colour_is_transparent(int color, int depth)
    {
        int max = (1 << depth) - 1;
        var file = new PngFile
        {
            Color = color,
            Depth = depth,
            Sample = (x, _, channel) => max - x - channel,
            Transparency = [.. Enumerable.Range(0, color == 0 ? 1 : 3).SelectMany(c => Big16(max - 1 - c))],
        };
        Raster raster = PictureDecoder.Decode(file.ToBytes());
        Assert.Equal([255, 0, 255], new[] { 3, 7, 11 }.Select(i => raster.Row(1)[i]));
    }

    [Fact]
    public void A_file_of_the_encoder_reads_back_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(Samples.Any(), p => PictureDecoder.Decode(PngEncoder.Encode(p)).Pixels.SequenceEqual(p.Pixels))
        );

    [Fact]
    public void A_damaged_byte_of_a_chunk_is_told()
    {
        byte[] file = PngEncoder.Encode(Samples.Gradient(4, 4));
        file[45] ^= 1;
        Assert.Equal("the checksum of its chunk IDAT is wrong", Problem(file));
    }

    [Fact]
    public void Sizes_are_refused_before_anything_is_unfolded()
    {
        Assert.Equal(
            "it is 10001x5000 pixels, more than the 50 megapixels that are read",
            Problem(new PngFile { StatedSize = (10001, 5000) }.ToBytes())
        );
        Assert.Equal(
            "it is 2147483647x2147483647 pixels, more than the 50 megapixels that are read",
            Problem(new PngFile { StatedSize = (int.MaxValue, int.MaxValue) }.ToBytes())
        );
        Assert.Equal(
            "its picture data ends before its last row",
            Problem(new PngFile { StatedSize = (10000, 5000) }.ToBytes())
        );
    }

    [Fact]
    public void A_palette_has_what_pixels_ask_for()
    {
        var file = new PngFile { Color = 3, Palette = [1, 2, 3] };
        Assert.Equal("a pixel has a colour that its palette does not have", Problem(file.ToBytes()));
        Assert.Equal("its palette is missing", Problem((file with { Palette = null }).ToBytes()));
        Assert.Equal("its palette has a wrong length", Problem((file with { Palette = [1, 2] }).ToBytes()));
    }

    [Fact]
    public void Chunks_that_are_not_known_are_passed_over_unless_critical()
    {
        byte[][] chunks = [.. new PngFile().Chunks()];
        byte[] With(string name) =>
            PngFile.Join(PngFile.Signature, chunks[0], PngFile.Chunk(name, [1]), chunks[1], chunks[2]);
        Assert.Equal(3, PictureDecoder.Decode(With("abCD")).Width);
        Assert.Equal("its chunk ABCD is none that PNG has", Problem(With("ABCD")));
    }

    [Fact]
    public void Transparency_fits_the_colours()
    {
        Assert.Equal(
            "its transparency does not fit its colour type",
            Problem(new PngFile { Color = 6, Transparency = [0, 0] }.ToBytes())
        );
        Assert.Equal(
            "it states transparency for more colours than its palette has",
            Problem(
                new PngFile
                {
                    Color = 3,
                    Palette = [1, 2, 3],
                    Transparency = [0, 0],
                }.ToBytes()
            )
        );
    }

    private static (int R, int G, int B, int A) Expected(PngFile file, int x, int y)
    {
        if (file.Color == 3)
        {
            int index = file.Sample(x, y, 0);
            byte[] palette = file.Palette!;
            int alpha = index < file.Transparency!.Length ? file.Transparency[index] : 255;
            return (palette[index * 3], palette[(index * 3) + 1], palette[(index * 3) + 2], alpha);
        }

        double max = (1 << file.Depth) - 1;
        int Level(int channel) => (int)Math.Round(file.Sample(x, y, channel) * 255 / max);
        bool isGrey = file.Channels < 3;
        bool hasAlpha = file.Channels % 2 == 0;
        return (Level(0), Level(isGrey ? 0 : 1), Level(isGrey ? 0 : 2), hasAlpha ? Level(file.Channels - 1) : 255);
    }

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static string Problem(byte[] file) =>
        Assert.ThrowsAny<PictureFormatException>(() => PictureDecoder.Decode(file)).Message;
}
