using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Files;

public sealed class FlushQueueTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<SafeFileHandle> _files = [];
    private readonly ConcurrentQueue<string> _done = [];
    private readonly ManualResetEventSlim _diskIsFree = new(true);
    private readonly ManualResetEventSlim _diskIsBusy = new();
    private readonly HashSet<int> _bad = [];
    private bool _canSync = true;

    [Fact]
    public async Task One_file_is_flushed_alone()
    {
        await NewQueue().FlushAsync(NewFile());

        Assert.Equal(["file 1"], _done);
    }

    [Fact]
    public async Task Files_that_come_while_the_disk_is_busy_are_flushed_together()
    {
        FlushQueue queue = NewQueue();

        await Task.WhenAll(AddWhileBusy(queue, 20));

        Assert.Equal(["file 1", "sync 2"], _done);
    }

    [Fact]
    public async Task Two_files_are_not_worth_all_that_others_have_written()
    {
        FlushQueue queue = NewQueue();

        await Task.WhenAll(AddWhileBusy(queue, 2));

        Assert.Equal(["file 1", "file 2", "file 3"], _done);
    }

    [Fact]
    public async Task Where_they_cannot_be_flushed_together_each_is_and_only_the_bad_one_fails()
    {
        FlushQueue queue = NewQueue();
        _canSync = false;
        _bad.Add(3);

        Task[] flushed = AddWhileBusy(queue, 4);
        await Task.WhenAny(Task.WhenAll(flushed));

        Assert.Equal([false, false, true, false, false], flushed.Select(f => f.IsFaulted));
        await Assert.ThrowsAsync<IOException>(() => flushed[2]);
    }

    [Fact]
    public async Task A_file_that_was_closed_fails_alone()
    {
        var queue = new FlushQueue(RandomAccess.FlushToDisk, LinuxFileSystem.TrySync);
        SafeFileHandle closed = NewFile();
        closed.Dispose();

        Task[] flushed = [queue.FlushAsync(closed), .. Enumerable.Range(0, 9).Select(_ => queue.FlushAsync(NewFile()))];

        await Assert.ThrowsAsync<ObjectDisposedException>(() => flushed[0]);
        await Task.WhenAll(flushed[1..]);
        await queue.FlushAsync(NewFile());
    }

    [Fact]
    public async Task It_goes_on_after_a_failure_and_after_a_rest()
    {
        FlushQueue queue = NewQueue();
        SafeFileHandle bad = NewFile();
        _bad.Add(1);

        await Assert.ThrowsAsync<IOException>(() => queue.FlushAsync(bad));
        await queue.FlushAsync(NewFile());

        Assert.Equal(["file 2"], _done);
    }

    [Fact]
    public async Task Many_threads_all_get_their_files_flushed()
    {
        FlushQueue queue = NewQueue();
        SafeFileHandle[] files = [.. Enumerable.Range(0, 200).Select(_ => NewFile())];

        await Task.WhenAll(files.Select(f => Task.Run(() => queue.FlushAsync(f))));

        Assert.NotEmpty(_done);
    }

    public void Dispose()
    {
        _files.ForEach(f => f.Dispose());
        _folder.Dispose();
        _diskIsFree.Dispose();
        _diskIsBusy.Dispose();
    }

    /// <summary>Adds a file, and others while the disk is at it.</summary>
    private Task[] AddWhileBusy(FlushQueue queue, int others)
    {
        _diskIsFree.Reset();
        Task first = queue.FlushAsync(NewFile());
        _diskIsBusy.Wait(TestContext.Current.CancellationToken);
        Task[] all = [first, .. Enumerable.Range(0, others).Select(_ => queue.FlushAsync(NewFile()))];
        _diskIsFree.Set();
        return all;
    }

    private FlushQueue NewQueue() => new(Flush, TrySync);

    private SafeFileHandle NewFile()
    {
        SafeFileHandle file = File.OpenHandle(
            _folder[$"{_files.Count + 1}"],
            FileMode.Create,
            FileAccess.Write,
            FileShare.None
        );
        _files.Add(file);
        return file;
    }

    private void Flush(SafeFileHandle file)
    {
        _diskIsBusy.Set();
        _diskIsFree.Wait();
        if (_bad.Contains(NumberOf(file)))
        {
            throw new IOException("The disk is broken.");
        }

        _done.Enqueue($"file {NumberOf(file)}");
    }

    private bool TrySync(SafeFileHandle file)
    {
        if (_canSync)
        {
            _done.Enqueue($"sync {NumberOf(file)}");
        }

        return _canSync;
    }

    private int NumberOf(SafeFileHandle file) => _files.IndexOf(file) + 1;
}
