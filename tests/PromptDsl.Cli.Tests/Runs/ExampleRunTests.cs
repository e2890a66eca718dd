using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>What the examples show is what happens when they run.</summary>
public sealed class ExampleRunTests
{
    [Fact]
    public async Task Every_example_runs()
    {
        await using RunSandbox sandbox = await StartAsync();

        CliResult result = sandbox.Run(["run", "examples", "--concurrency", "8", .. sandbox.Server]);

        // The emulator knows nothing of palettes and signs nothing.
        string[] failed =
        [
            .. result
                .Error.Split('\n')
                .Where(line => line.StartsWith("failed ", StringComparison.Ordinal))
                .Select(line => line[7..line.IndexOf(": ", StringComparison.Ordinal)])
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["examples/language/expectations.imgp", "examples/uses/icon.imgp"], failed);
        Assert.Contains("expected a C2PA manifest, but the file has none", result.Error, StringComparison.Ordinal);
        string[] pictures = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(sandbox.Emulator.Paid.Pictures, pictures.Length);
        Assert.All(pictures, path => Assert.True(File.Exists(sandbox.PathOf(path)), path));
    }

    [Fact]
    public async Task A_picture_that_was_paid_for_is_taken_from_the_cache()
    {
        await using RunSandbox sandbox = await StartAsync();
        string[] run = ["run", "examples/language/variants.imgp", .. sandbox.Server];
        Assert.Equal(0, sandbox.Run(run).Code);
        int paid = sandbox.Emulator.Paid.Pictures;

        CliResult again = sandbox.Run(run);

        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal(paid, sandbox.Emulator.Paid.Pictures);
    }

    [Fact]
    public async Task Variants_are_different_requests_and_the_selected_one_goes_on()
    {
        await using RunSandbox sandbox = await StartAsync();

        CliResult result = sandbox.Run(["run", "examples/language/variants.imgp", .. sandbox.Server]);

        string[] paths = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(5, paths.Length);
        Assert.Equal(4, paths[..4].Select(p => Convert.ToHexString(Read(sandbox, p))).Distinct().Count());
        RecordedRequest edit = Assert.Single(sandbox.Emulator.Requests, r => r.Endpoint == "images/edits");
        Assert.True(edit.Body.Span.IndexOf(Read(sandbox, paths[1])) > 0);
    }

    [Fact]
    public async Task A_mask_is_sent_beside_the_picture()
    {
        await using RunSandbox sandbox = await StartAsync();

        CliResult result = sandbox.Run(["run", "examples/language/mask.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        InOrder(
            Assert.Single(sandbox.Emulator.Requests),
            "name=\"image\""u8.ToArray(),
            Read(sandbox, "examples/refs/pool.png"),
            "name=\"mask\""u8.ToArray(),
            Read(sandbox, "examples/refs/pool-mask.png")
        );
    }

    [Fact]
    public async Task References_are_sent_in_the_order_in_which_the_prompt_numbers_them()
    {
        await using RunSandbox sandbox = await StartAsync();

        CliResult result = sandbox.Run(["run", "examples/hybrid/combine-styles.imgp", .. sandbox.Server]);

        Assert.True(result.Code == 0, result.ToString());
        InOrder(
            Assert.Single(sandbox.Emulator.Requests),
            Read(sandbox, "examples/refs/linocut.png"),
            Read(sandbox, "examples/refs/riso.png"),
            Read(sandbox, "examples/refs/ladder-layout.png")
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_series_goes_into_one_batch(bool isWaitedFor)
    {
        await using RunSandbox sandbox = await StartAsync();
        string[] run = ["run", "examples/language/vary-list.imgp", "--batch", .. sandbox.Server];

        CliResult result = sandbox.Run(isWaitedFor ? [.. run, "--wait"] : run);
        if (!isWaitedFor)
        {
            result = sandbox.Run("runs", "fetch", Assert.Single(sandbox.Store.Ids));
        }

        Assert.True(result.Code == 0, result.ToString());
        Assert.Equal(3, sandbox.Pictures().Count);
        Assert.Equal(3, sandbox.Emulator.Paid.Pictures);
        Assert.Single(sandbox.Emulator.Requests, r => r is { Endpoint: "batches", Method: "POST" });
        Assert.Equal((0, 2), (sandbox.Emulator.Counters.FilesKept, sandbox.Emulator.Counters.FilesDeleted));
    }

    private static void InOrder(RecordedRequest request, params byte[][] parts)
    {
        int position = 0;
        foreach (byte[] part in parts)
        {
            int found = request.Body.Span[position..].IndexOf(part);
            Assert.True(found >= 0, "a part is missing, or comes too early");
            position += found + part.Length;
        }
    }

    private static byte[] Read(RunSandbox sandbox, string path) => File.ReadAllBytes(sandbox.PathOf(path));

    private static async Task<RunSandbox> StartAsync()
    {
        RunSandbox sandbox = await RunSandbox.StartAsync(new EmulatorOptions { BatchPolls = 1 });
        string examples = RepositoryRoot.PathOf("examples");
        foreach (string file in Directory.EnumerateFiles(examples, "*", SearchOption.AllDirectories))
        {
            string copy = sandbox.PathOf(Path.Combine("examples", Path.GetRelativePath(examples, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return sandbox;
    }
}
