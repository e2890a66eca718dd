using System.Diagnostics;
using PromptDsl.Assets;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Tests.Assets;

/// <summary>No file makes reading cost more memory than two rows, or more time than its length and its pixels.</summary>
[Collection(nameof(TimedCollection))]
public class AssetCostTests
{
    /// <summary>64 MiB of pixels from a file of less than a five-hundredth of that, in two rows of memory.</summary>
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
        Assert.NotNull(facts!.Problem);
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
