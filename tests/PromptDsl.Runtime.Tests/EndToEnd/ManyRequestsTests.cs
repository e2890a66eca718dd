using System.Collections.Immutable;
using PromptDsl.Emulator;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.EndToEnd;

/// <summary>Runs of many requests that do not depend on each other; alone, since memory is measured.</summary>
[Collection(nameof(Alone))]
public sealed class ManyRequestsTests
{
    private const int AtOnce = 32;

    [Fact]
    public async Task As_many_requests_are_under_way_as_may_be()
    {
        const int Waves = 4;
        var clock = new WaveClock(AtOnce);
        await using EmulatorLab lab = await EmulatorLab.StartAsync(
            new EmulatorOptions
            {
                Picture = PictureStyle.Tiny,
                Latency = TimeSpan.FromMilliseconds(50),
                Clock = clock,
            }
        );

        RunResult result = await lab.RunAsync(
            [.. Enumerable.Range(0, Waves * AtOnce).Select(i => lab.Source($"subject: \"kite {i}\"", $"{i}.imgp"))],
            lab.Options with
            {
                Concurrency = AtOnce,
            }
        );

        // With fewer at once the server would still wait for the last of a wave.
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal(Waves, clock.Waves);
        Assert.InRange(lab.Emulator.Counters.MostAtOnce, AtOnce, 2 * AtOnce);
    }

    [Fact]
    public async Task Pictures_pass_through_without_being_held_in_memory()
    {
        const int Requests = 64;
        byte[] picture = Noise(width: 800, height: 700);
        using StubServer server = StubServer.OfJson(
            $$"""{"data":[{"b64_json":"{{Convert.ToBase64String(picture)}}"}]}"""
        );
        using var lab = new RunLab();
        var runner = new PromptRunner(
            new OpenAiProvider(new OpenAiOptions { ApiKey = () => ProviderCase.Key, Endpoint = server.Address }),
            lab.NewCache()
        );
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable.Range(0, Requests).Select(i => lab.Source($"subject: \"kite {i}\"", $"{i}.imgp")),
        ];
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long held = GC.GetTotalMemory(forceFullCollection: true);

        RunResult result = await runner.RunAsync(
            sources,
            lab.Options with
            {
                AllowsUnknownPrice = true,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        held = GC.GetTotalMemory(forceFullCollection: true) - held;
        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.True(picture.Length > 2_000_000);

        // Less than a picture each time: none was in memory as a whole.
        Assert.InRange(allocated / Requests, 0, picture.Length);
        Assert.InRange(held, long.MinValue, picture.Length * Requests / 4);
    }

    /// <summary>A picture that cannot be compressed.</summary>
    private static byte[] Noise(int width, int height)
    {
        var raster = new Raster(width, height);
        new Random(1).NextBytes(raster.Pixels);
        return PngEncoder.Encode(raster);
    }
}
