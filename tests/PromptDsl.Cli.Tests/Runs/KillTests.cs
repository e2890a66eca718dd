using System.Collections.Immutable;
using System.Diagnostics;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>Processes that are killed without warning, and what the next one makes of what they left.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int MostAttempts = 4 * Kills;
    private const int AtOnce = 4;

    private const string Poster = """
        subject: "a lakeside cabin"
        technical { model: "gpt-image-2", size: 1024x1024, quality: low }
        stage layout { variants: 2 }
        stage mood { change: "wrap the scene in dawn mist", variants: 2 }
        stage light { change: "let the sun rise" }
        """;

    private const string Talk = """
        subject: "a paper kite"
        technical { model: "gpt-image-2", size: 1024x1024, quality: low, via: responses }
        stage first
        stage second { change: "give it a tail" }
        """;

    [Fact]
    public async Task A_killed_run_goes_on_to_the_same_pictures_and_pays_for_nothing_twice()
    {
        await using RunSandbox whole = await StartAsync();
        long start = Stopwatch.GetTimestamp();
        CliResult undisturbed = await RunSandbox.EndAsync(Run(whole));
        Assert.True(undisturbed.Code == 0, undisturbed.ToString());
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        int requests = RequestsOf(whole);
        SortedDictionary<string, byte[]> pictures = whole.Pictures();

        int killed = 0;
        int next = 0;
        await Parallel.ForAsync(
            0,
            AtOnce,
            TestContext.Current.CancellationToken,
            async (_, _) =>
            {
                while (
                    Volatile.Read(ref killed) < Kills && Interlocked.Increment(ref next) is <= MostAttempts and var seed
                )
                {
                    if (await IsKilledAsync(seed, requests, duration, pictures))
                    {
                        Interlocked.Increment(ref killed);
                    }
                }
            }
        );

        Assert.True(killed >= Kills, $"{killed} processes were still there to be killed");
    }

    /// <summary>Kills a run at a moment that the seed chooses, and goes on with it.</summary>
    /// <returns>Whether it was still there to be killed.</returns>
    private static async Task<bool> IsKilledAsync(
        int seed,
        int requests,
        TimeSpan duration,
        SortedDictionary<string, byte[]> pictures
    )
    {
        var random = new Random(seed);
        await using RunSandbox sandbox = await StartAsync();
        using Process process = Run(sandbox);
        if (seed % 4 == 0)
        {
            await Task.Delay(duration * random.NextDouble(), TestContext.Current.CancellationToken);
        }
        else
        {
            await RequestAsync(sandbox, random.Next(requests + 1), process);
            await Task.Delay(random.Next(40), TestContext.Current.CancellationToken);
        }

        bool isKilled = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Leftovers.AreWhole(sandbox.Folder, isAfterKill: true);

        bool hasRun = !sandbox.Store.Ids.IsEmpty;
        using Process second = hasRun ? sandbox.Start("run", "--resume", "--yes") : Run(sandbox);
        CliResult result = await RunSandbox.EndAsync(second);
        Assert.True(result.Code == 0, $"seed {seed}: {result}");
        Assert.Equal(pictures, sandbox.Pictures());
        Leftovers.AreWhole(sandbox.Folder);
        CheckJournal(sandbox, seed);
        return isKilled;
    }

    private static void CheckJournal(RunSandbox sandbox, int seed)
    {
        ImmutableArray<JournalRecord> records = sandbox.Store.Read(Assert.Single(sandbox.Store.Ids)).Records;
        int lostPictures = 0;
        foreach (
            IGrouping<string, JournalRecord> same in records
                .Where(r => RequestOf(r) is not null)
                .GroupBy(r => RequestOf(r)!, StringComparer.Ordinal)
        )
        {
            // Sent, perhaps lost and sent once more, answered: after that it is never sent again.
            string[] lines = [.. same.Select(r => r is SendingAnswered ? "answered" : "intended")];
            Assert.True(
                lines is ["intended", "answered"] or ["intended", "intended", "answered"],
                $"seed {seed}: {string.Join(", ", lines)}"
            );
            lostPictures += (lines.Length - 2) * same.OfType<SendingAnswered>().Single().Pictures.Length;
        }

        int answered = records.OfType<SendingAnswered>().Sum(r => r.Pictures.Length);
        Assert.InRange(sandbox.Emulator.Paid.Pictures, answered, answered + lostPictures);
    }

    private static string? RequestOf(JournalRecord record) =>
        record switch
        {
            SendingIntended intended => intended.Sending.Request,
            SendingAnswered answered => answered.Sending.Request,
            _ => null,
        };

    /// <summary>Waits until so many requests have arrived, or the process has ended.</summary>
    private static async Task RequestAsync(RunSandbox sandbox, int count, Process process)
    {
        while (RequestsOf(sandbox) < count && !process.HasExited)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static int RequestsOf(RunSandbox sandbox) => sandbox.Emulator.Counters.Requests.Values.Sum();

    private static Process Run(RunSandbox sandbox) =>
        sandbox.Start(["run", "poster.imgp", "talk.imgp", .. sandbox.Server]);

    private static async Task<RunSandbox> StartAsync()
    {
        RunSandbox sandbox = await RunSandbox.StartAsync(
            new EmulatorOptions { Picture = PictureStyle.Tiny, Latency = TimeSpan.FromMilliseconds(20) }
        );
        sandbox.Write("poster.imgp", Poster);
        sandbox.Write("talk.imgp", Talk);
        return sandbox;
    }
}
