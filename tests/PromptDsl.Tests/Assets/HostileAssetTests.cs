using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Tests.Assets;

/// <summary>Whatever the bytes are: no exception, and a clause for what is wrong.</summary>
public class HostileAssetTests
{
    private const int Mutants = 24_000;

    private static readonly byte[][] Valid =
    [
        new PngFile
        {
            Width = 20,
            Height = 9,
            IsInterlaced = true,
            Frames = 2,
            DataChunk = 11,
        }.ToBytes(),
        new PngFile
        {
            Color = 3,
            Depth = 4,
            Palette = new byte[48],
            Transparency = [1, 0],
            Sample = (x, _, _) => x,
        }.ToBytes(),
        new JpegFile { Orientation = 6, Scans = 2 }.ToBytes(),
        WebPFile.Lossy(20, 10),
        WebPFile.Lossless(20, 10, hasAlpha: true),
        WebPFile.Extended(20, 10, 0x10, WebPFile.Chunk("ALPH", [1]), WebPFile.LossyChunk(20, 10)),
        WebPFile.Extended(9, 9, 2, WebPFile.Chunk("ANIM", new byte[6]), WebPFile.Chunk("ANMF", new byte[16])),
        new GifFile { Frames = 2, IsTransparent = true }.ToBytes(),
    ];

    [Fact]
    public void Every_truncation_is_a_problem()
    {
        foreach (byte[] file in Valid)
        {
            Assert.Null(AssetAssert.Read(file).Problem);
            Assert.All(Enumerable.Range(0, file.Length), n => AssertProblem(AssetAssert.Read(file[..n])));
        }
    }

    /// <summary>Checksums find every changed bit of a PNG.</summary>
    [Fact]
    public void Every_flipped_bit_of_a_png_is_a_problem()
    {
        byte[] file = Valid[0];
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            byte[] flipped = [.. file];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertProblem(AssetAssert.Read(flipped));
        }
    }

    [Fact]
    public void Mutants_are_described()
    {
        var random = new Random(20_261_121);
        for (int i = 0; i < Mutants; i++)
        {
            byte[] mutant = Mutate(Valid[i % Valid.Length], random);
            AssetFacts facts = AssetAssert.Read(mutant);
            Assert.Equal(mutant.Length, facts.Bytes);
            if (facts.Problem is not null)
            {
                AssertProblem(facts);
            }
            else
            {
                Assert.NotNull(facts.Size);
                Assert.NotNull(facts.IsAnimated);
                Assert.NotNull(facts.HasAlpha);
            }
        }
    }

    [Fact]
    public void Noise_is_described()
    {
        var random = new Random(7);
        byte[][] heads =
        [
            [],
            PngFile.Signature,
            [0xFF, 0xD8, 0xFF],
            "GIF89a"u8.ToArray(),
            .. Valid.Select(v => v[..12]),
        ];
        for (int i = 0; i < 4000; i++)
        {
            byte[] noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            AssertProblem(AssetAssert.Read([.. heads[i % heads.Length], .. noise]));
        }
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)255;
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void AssertProblem(AssetFacts facts)
    {
        Assert.NotNull(facts.Problem);
        Assert.True(char.IsAsciiLetterLower(facts.Problem[0]) && !facts.Problem.EndsWith('.'), facts.Problem);
        Assert.DoesNotContain(facts.Problem, char.IsControl);
    }
}
