using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

/// <summary>Files that cannot be written: what is paid for is kept, and the run can go on.</summary>
public sealed class StorageTests : IDisposable
{
    private readonly RunLab _lab = new();

    [Fact]
    public async Task A_place_that_is_taken_fails_its_stage_alone()
    {
        Directory.CreateDirectory(_lab.Folder["out/1/1.png"]);

        RunResult failed = await RunAsync();

        Assert.Equal([NodeStatus.Made, NodeStatus.Failed, NodeStatus.Made], failed.Nodes.Select(n => n.Status));
        RunFailure failure = Assert.Single(failed.Failures);
        Assert.Equal(RunFailureKind.Storage, failure.Kind);
        Assert.Equal(
            $"`{Path.Combine(_lab.Folder["out"], "1/1.png")}` cannot be written: a folder stands there",
            failure.Message
        );
        Assert.Equal(RunStatus.Failed, _lab.Store.Read(failed.RunId).Status);

        Directory.Delete(_lab.Folder["out/1/1.png"]);
        RunResult resumed = await RunAsync(failed.RunId);

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(3, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task Variants_that_have_their_place_are_written_beside_one_that_has_none()
    {
        Directory.CreateDirectory(_lab.Folder["out/poster/a-1.png"]);

        RunResult failed = await _lab.RunAsync("subject \"a cabin\"\nstage a { variants: 2 }");

        Assert.Equal(RunFailureKind.Storage, Assert.Single(failed.Failures).Kind);
        Assert.Equal([2], failed.Nodes[0].Pictures.Select(p => p.Variant));
    }

    [Fact]
    public async Task Where_the_run_cannot_keep_its_records_nothing_more_is_sent()
    {
        string blocked = "";
        var failing = new TaskCompletionSource();
        _lab.Events.Then = e =>
        {
            if (e is RunStarted started)
            {
                blocked = Path.Combine(_lab.Store.FolderOf(started.RunId), "records");
                File.WriteAllText(blocked, "");
            }
            else if (e is NodeFailed)
            {
                failing.TrySetResult();
            }
        };
        // The next one is sent while the first is written.
        _lab.Provider.Script = async (_, call) =>
        {
            await (call == 2 ? failing.Task : Task.CompletedTask);
            return null;
        };

        RunResult failed = await RunAsync();
        File.Delete(blocked);

        Assert.Equal(RunStatus.Failed, failed.Status);
        Assert.All(
            failed.Failures,
            f => Assert.EndsWith($"`{blocked}` is a file, not a folder", f.Message, StringComparison.Ordinal)
        );
        Assert.Single(failed.Nodes, n => n.Status == NodeStatus.NotMade);
        Assert.Equal(2, _lab.Provider.Sent.Count);
        Assert.Equal(RunStatus.Failed, _lab.Store.Read(failed.RunId).Status);

        _lab.Events.Then = null;
        RunResult resumed = await RunAsync(failed.RunId);

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(3, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_more_is_sent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        _lab.Events.Then = e =>
        {
            if (e is RunStarted started)
            {
                string folder = Directory.CreateDirectory(_lab.Folder["out/0"]).FullName;
                File.CreateSymbolicLink(Path.Combine(folder, $".0.png.{started.RunId}.tmp"), "/dev/full");
            }
        };

        RunResult failed = await RunAsync();

        RunFailure failure = failed.Failures.First();
        Assert.EndsWith("0.png` cannot be written: no space is left", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("Make room, then resume the run", failure.Help, StringComparison.Ordinal);
        _lab.Events.Then = null;
        Assert.Equal(RunStatus.Succeeded, (await RunAsync(failed.RunId)).Status);
        Assert.Equal(3, _lab.Provider.Sent.Count);
    }

    [Fact]
    public async Task What_costs_nothing_costs_nothing_when_its_picture_is_lost_either()
    {
        _lab.Provider.Script = (_, _) => throw new IOException("No space left on device", 28);

        RunResult failed = await RunAsync();

        Assert.Equal("$0.00", failed.Money.Spent.ToString());
        Assert.Single(_lab.Provider.Sent);
        Assert.Equal(2, failed.Nodes.Count(n => n.Status == NodeStatus.NotMade));
    }

    [Fact]
    public async Task A_run_that_has_no_place_for_its_records_does_not_begin()
    {
        await File.WriteAllTextAsync(_lab.Folder["state"], "", TestContext.Current.CancellationToken);

        RunException refused = await Assert.ThrowsAsync<RunException>(() => RunAsync());

        Assert.StartsWith("the run cannot begin: `", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"`{_lab.Folder["state"]}` is a file, not a folder", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_lab.Provider.Sent);
    }

    public void Dispose() => _lab.Dispose();

    private Task<RunResult> RunAsync(string? resume = null)
    {
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable.Range(0, 3).Select(i => _lab.Source($"subject \"cabin {i}\"", $"{i}.imgp")),
        ];
        RunOptions options = _lab.Options with { Concurrency = 1, Resume = resume };
        return _lab.RunAsync(sources, options, TestContext.Current.CancellationToken);
    }
}
