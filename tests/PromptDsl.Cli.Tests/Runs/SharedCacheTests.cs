using System.Diagnostics;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>Many processes on one cache.</summary>
public sealed class SharedCacheTests
{
    private const int Processes = 16;
    private const int Files = 9;
    private const int FilesOfEach = 5;

    /// <summary>The last file asks for what the first one asks for.</summary>
    private const int Subjects = Files - 1;

    [Fact]
    public async Task Sixteen_processes_pay_for_each_picture_once()
    {
        await using RunSandbox sandbox = await RunSandbox.StartAsync(
            new EmulatorOptions { Picture = PictureStyle.Tiny, Latency = TimeSpan.FromMilliseconds(100) }
        );
        for (int file = 0; file < Files; file++)
        {
            sandbox.Write(
                NameOf(file),
                $$"""
                subject: "kite number {{file % Subjects}}"
                technical { model: "gpt-image-2", size: 1024x1024, quality: low }
                stage layout { variants: 2 }
                stage light { change: "let the sun rise" }
                """
            );
        }

        Process[] processes = [.. Enumerable.Range(0, Processes).Select(i => Start(sandbox, i))];
        CliResult[] results = await Task.WhenAll(processes.Select(RunSandbox.EndAsync));

        Assert.All(results, result => Assert.True(result.Code == 0, result.ToString()));
        Assert.Equal(3 * Subjects, sandbox.Emulator.Paid.Pictures);
        Assert.Equal(2 * Subjects, sandbox.Emulator.Counters.Requests.Values.Sum());
        var seen = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (int i = 0; i < Processes; i++)
        {
            foreach (int file in FilesOf(i))
            {
                foreach (string name in (string[])["layout-1", "layout-2", "light"])
                {
                    byte[] bytes = await File.ReadAllBytesAsync(
                        sandbox.PathOf($"out-{i}/{Path.GetFileNameWithoutExtension(NameOf(file))}/{name}.png"),
                        TestContext.Current.CancellationToken
                    );
                    Assert.Equal(seen.GetValueOrDefault($"{file % Subjects} {name}", bytes), bytes);
                    seen[$"{file % Subjects} {name}"] = bytes;
                }
            }
        }

        Leftovers.AreWhole(sandbox.Folder);
        Assert.Equal(Processes, sandbox.Store.Ids.Length);
        foreach (Process process in processes)
        {
            process.Dispose();
        }
    }

    private static Process Start(RunSandbox sandbox, int i) =>
        sandbox.Start(["run", .. FilesOf(i).Select(NameOf), "--out", $"out-{i}", .. sandbox.Server]);

    private static IEnumerable<int> FilesOf(int process) =>
        Enumerable.Range(process, FilesOfEach).Select(file => file % Files);

    private static string NameOf(int file) => $"kite-{file}.imgp";
}
