using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Assets;

public class PngReaderTests
{
    /// <summary>Every colour type with every depth (PNG 11.2.1), with and without interlace.</summary>
    public static TheoryData<int, int, bool> Kinds
    {
        get
        {
            (int Color, int[] Depths)[] kinds =
            [
                (0, [1, 2, 4, 8, 16]),
                (2, [8, 16]),
                (3, [1, 2, 4, 8]),
                (4, [8, 16]),
                (6, [8, 16]),
            ];
            var data = new TheoryData<int, int, bool>();
            foreach ((int color, int depth) in kinds.SelectMany(k => k.Depths.Select(d => (k.Color, d))))
            {
                data.Add(color, depth, false);
                data.Add(color, depth, true);
            }

            return data;
        }
    }

    /// <summary>One transparent pixel is found wherever it stands and however the row is filtered.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_transparent_pixel_is_found(int color, int depth, bool isInterlaced)
    {
        var random = new Random((color * 100) + depth);
        foreach ((int width, int height) in new[] { (1, 1), (3, 2), (5, 5), (9, 17), (33, 4) })
        {
            PngFile opaque = Noise(color, depth, width, height, random) with { IsInterlaced = isInterlaced };
            AssertSound(opaque, hasTransparent: false);
            for (int i = 0; i < 8; i++)
            {
                (int atX, int atY) = (random.Next(width), random.Next(height));
                PngFile pierced = opaque with
                {
                    Sample = (x, y, c) => (x, y) == (atX, atY) ? TransparentSample(opaque, c) : opaque.Sample(x, y, c),
                };
                AssertSound(pierced, hasTransparent: true);
            }
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(4, true)]
    [InlineData(6, true)]
    public void Without_tRNS_the_colour_type_decides(int color, bool hasAlpha)
    {
        AssetFacts facts = Read(new PngFile { Color = color });
        Assert.Equal((hasAlpha, false), (facts.HasAlpha, facts.HasTransparentPixels));
    }

    [Fact]
    public void Half_transparent_is_not_transparent()
    {
        Assert.False(Read(new PngFile { Sample = (_, _, _) => 1 }).HasTransparentPixels);
        Assert.False(Read(new PngFile { Depth = 16, Sample = (_, _, _) => 0x0100 }).HasTransparentPixels);
        Assert.False(Read(new PngFile { Depth = 16, Sample = (_, _, _) => 0x0001 }).HasTransparentPixels);
    }

    [Fact]
    public void A_transparent_palette_entry_counts_only_where_it_is_used()
    {
        var png = new PngFile
        {
            Color = 3,
            Depth = 2,
            Palette = new byte[12],
            Transparency = [255, 0],
            Sample = (_, _, _) => 2,
        };
        Assert.Equal((true, false), (Read(png).HasAlpha, Read(png).HasTransparentPixels));
        Assert.True(Read(png with { Sample = (_, _, _) => 1 }).HasTransparentPixels);
    }

    /// <summary>A colour that matches across the border of two pixels is no pixel.</summary>
    [Fact]
    public void The_transparent_colour_is_compared_pixel_by_pixel()
    {
        var png = new PngFile
        {
            Color = 2,
            Transparency = [0, 2, 0, 3, 0, 1],
            Sample = (_, _, c) => c + 1,
        };
        Assert.False(Read(png).HasTransparentPixels);
        Assert.True(Read(png with { Transparency = [0, 1, 0, 2, 0, 3] }).HasTransparentPixels);
    }

    /// <summary>PNG 11.3.1.1: of a grey of four bits the other twelve do not count.</summary>
    [Fact]
    public void Only_the_bits_of_the_depth_count() =>
        Assert.True(
            Read(
                new PngFile
                {
                    Color = 0,
                    Depth = 4,
                    Transparency = [0xFF, 0xF5],
                    Sample = (_, _, _) => 5,
                }
            ).HasTransparentPixels
        );

    /// <summary>The bits that pad a row are no pixels.</summary>
    [Fact]
    public void Padding_is_not_looked_at() =>
        Assert.False(
            Read(
                new PngFile
                {
                    Width = 3,
                    Color = 0,
                    Depth = 1,
                    Transparency = [0, 0],
                    Sample = (_, _, _) => 1,
                }
            ).HasTransparentPixels
        );

    [Theory]
    [InlineData(0u, false)]
    [InlineData(1u, false)]
    [InlineData(2u, true)]
    public void An_animation_has_more_than_one_frame(uint frames, bool isAnimated) =>
        Assert.Equal(isAnimated, Read(new PngFile { Frames = frames }).IsAnimated);

    [Fact]
    public void The_data_may_be_cut_anywhere()
    {
        PngFile png = Noise(6, 8, 20, 20, new Random(1));
        Assert.All(Enumerable.Range(1, 40), n => AssertSound(png with { DataChunk = n }, hasTransparent: false));
    }

    [Fact]
    public void What_stands_after_the_last_row_or_the_end_is_passed_over()
    {
        byte[] rows = new byte[(2 * 13) + 1000];
        Array.Fill(rows, (byte)255, 1, 12);
        Array.Fill(rows, (byte)255, 14, 12);
        AssertSound(new PngFile { Rows = rows }, hasTransparent: false);
        Assert.Null(AssetAssert.Read([.. new PngFile().ToBytes(), 0, 1, 2]).Problem);
    }

    private static AssetFacts Read(PngFile png)
    {
        AssetFacts facts = AssetAssert.Read(png.ToBytes());
        Assert.Null(facts.Problem);
        return facts;
    }

    private static void AssertSound(PngFile png, bool hasTransparent)
    {
        AssetFacts facts = Read(png);
        Assert.Equal(AssetFormat.Png, facts.Format);
        Assert.Equal(new ImageSize(png.Width, png.Height), facts.Size);
        Assert.Equal(hasTransparent, facts.HasTransparentPixels);
        Assert.False(facts.IsAnimated);
    }

    /// <summary>A picture with alpha or tRNS whose pixels are random and none transparent; 0 is what is transparent.</summary>
    private static PngFile Noise(int color, int depth, int width, int height, Random random)
    {
        int top = (1 << depth) - 1;
        var samples = new Dictionary<(int, int, int), int>();
        var filters = Enumerable.Range(0, height).Select(_ => random.Next(5)).ToArray();
        return new PngFile
        {
            Width = width,
            Height = height,
            Color = color,
            Depth = depth,
            Palette = color == 3 ? new byte[3 << depth] : null,
            Transparency = color switch
            {
                0 => new byte[2],
                2 => new byte[6],
                3 => [0],
                _ => null,
            },
            Filter = y => filters[y],
            Sample = (x, y, c) =>
            {
                if (!samples.TryGetValue((x, y, c), out int sample))
                {
                    samples[(x, y, c)] = sample = 1 + random.Next(top);
                }

                return sample;
            },
        };
    }

    /// <summary>Nothing in the alpha channel, or the colour 0 that Noise declares transparent.</summary>
    private static int TransparentSample(PngFile png, int channel) =>
        png.Color is 4 or 6 && channel < png.Channels - 1 ? 77 : 0;
}
