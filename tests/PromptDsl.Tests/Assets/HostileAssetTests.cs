using System.Diagnostics;
using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Tests.Assets;

/// <summary>Whatever the bytes are: no exception, a clause for what is wrong, bounded time and memory.</summary>
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

    /// <summary>A quarter of a gigabyte from a quarter of a megabyte, in two rows of memory.</summary>
    [Fact]
    public void A_bomb_takes_little_memory()
    {
        AssetFacts? facts = null;
        byte[] bomb = Bomb(8192, 2048);
        long allocated = Allocated(() => facts = AssetAssert.Read(bomb));
        Assert.Null(facts!.Problem);
        Assert.InRange(allocated, 0, 400_000);
        Assert.InRange(bomb.Length, 0, 8192 * 2048 * 4 / 500);
    }

    [Fact]
    public void A_greater_bomb_is_refused_before_it_is_unfolded()
    {
        byte[] bomb = new PngFile { StatedSize = (9000, 9000), Rows = new byte[1_000_000] }.ToBytes();
        AssetFacts? facts = null;
        long allocated = Allocated(() => facts = AssetAssert.Read(bomb));
        AssertProblem(facts!);
        Assert.InRange(allocated, 0, 200_000);
    }

    /// <summary>Data that unfolds to more than the header says is not unfolded.</summary>
    [Fact]
    public void What_is_unfolded_depends_on_the_header()
    {
        byte[] large = new PngFile
        {
            Width = 1,
            Height = 1,
            Rows = new byte[64_000_000],
        }.ToBytes();
        byte[] filler = new byte[large.Length];
        TimeSpan plain = Time(() => AssetAssert.Read(filler));
        TimeSpan bomb = Time(() => AssetAssert.Read(large));
        Assert.True(bomb < (plain * 20) + TimeSpan.FromMilliseconds(20), $"{bomb} against {plain}");
    }

    /// <summary>Twice the file takes twice the time, for each way to make a file long.</summary>
    [Theory]
    [MemberData(nameof(LongFiles))]
    public void Time_is_linear(string kind)
    {
        byte[] one = LongFile(kind, 400_000);
        byte[] four = LongFile(kind, 1_600_000);
        TimeSpan once = Time(() => AssetAssert.Read(one));
        TimeSpan again = Time(() => AssetAssert.Read(four));
        Assert.True(again < (once * 10) + TimeSpan.FromMilliseconds(20), $"{kind}: {again} against {once}");
    }

    public static TheoryData<string> LongFiles { get; } =
    ["png chunks", "png data", "jpeg segments", "jpeg fill", "jpeg scan", "gif blocks", "webp chunks", "zeros"];

    private static byte[] LongFile(string kind, int length)
    {
        byte[][] png = [.. new PngFile().Chunks()];
        IEnumerable<byte> Repeat(params byte[] unit) =>
            Enumerable.Repeat(unit, length / unit.Length).SelectMany(b => b);
        return kind switch
        {
            "png chunks" => PngFile.Join(PngFile.Signature, png[0], [.. Repeat(PngFile.Chunk("tEXt", []))], png[1]),
            "png data" => PngFile.Join(PngFile.Signature, png[0], [.. Repeat(PngFile.Chunk("IDAT", []))], png[1]),
            "jpeg segments" => [0xFF, 0xD8, .. Repeat(0xFF, 0xE1, 0, 2)],
            "jpeg fill" => [0xFF, 0xD8, .. Repeat(0xFF)],
            "jpeg scan" => [.. new JpegFile().ToBytes()[..^2], .. Repeat(0xFF, 0x00)],
            "gif blocks" => [.. new GifFile().ToBytes()[..^1], .. Repeat(0x21, 0xFE, 0)],
            "webp chunks" => WebPFile.Extended(9, 9, 0, [.. Repeat(WebPFile.Chunk("XMP ", []))]),
            _ => new byte[length],
        };
    }

    private static byte[] Bomb(int width, int height) =>
        new PngFile { StatedSize = ((uint)width, (uint)height), Rows = new byte[((width * 4) + 1) * height] }.ToBytes();

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

    private static long Allocated(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The best of several times, which other work on the machine disturbs least.</summary>
    private static TimeSpan Time(Action action)
    {
        action();
        var times = new List<TimeSpan>();
        for (int i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            times.Add(watch.Elapsed);
        }

        return times.Min();
    }
}
