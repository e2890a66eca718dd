using Microsoft.Win32.SafeHandles;

namespace PromptDsl.Runtime.Files;

/// <summary>
/// Flushes the files of one file system, one group after the other: a group is what came while the disk was busy with
/// the one before it.
/// </summary>
/// <param name="flush">Flushes one file.</param>
/// <param name="trySync">Flushes the file system of a file, and says whether it could.</param>
internal sealed class FlushQueue(Action<SafeFileHandle> flush, Func<SafeFileHandle, bool> trySync)
{
    /// <summary>So many are worth the data of other programs that is written back with them.</summary>
    private const int FewestForSync = 3;

    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _isFlushing;

    /// <summary>Ends when everything written to the file so far is on disk.</summary>
    /// <param name="file">The file; it stays open until then.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public Task FlushAsync(SafeFileHandle file)
    {
        var waiting = new Waiting(file);
        lock (_lock)
        {
            _waiting.Add(waiting);
            if (_isFlushing)
            {
                return waiting.Done.Task;
            }

            _isFlushing = true;
        }

        // A thread of its own: those of the pool are few, and would all wait for the disk.
        _ = Task.Factory.StartNew(
            FlushAll,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return waiting.Done.Task;
    }

    private void FlushAll()
    {
        while (TakeGroup() is { } group)
        {
            if (!TryFlushTogether(group))
            {
                group.ForEach(FlushOne);
            }
        }
    }

    private List<Waiting>? TakeGroup()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isFlushing = false;
                return null;
            }

            List<Waiting> group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private bool TryFlushTogether(List<Waiting> group)
    {
        try
        {
            if (group.Count < FewestForSync || !trySync(group[0].File))
            {
                return false;
            }
        }
        catch (ObjectDisposedException)
        {
            // Whoever closed its file has broken its word to nobody but itself.
            return false;
        }

        group.ForEach(w => w.Done.SetResult());
        return true;
    }

    private void FlushOne(Waiting waiting)
    {
        try
        {
            flush(waiting.File);
            waiting.Done.SetResult();
        }
        catch (Exception e)
        {
            waiting.Done.SetException(e);
        }
    }

    private sealed record Waiting(SafeFileHandle File)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
