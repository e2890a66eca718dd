using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Caching;

/// <summary>
/// A lock for each key, shared by threads and processes. The files of locks that nobody needs are removed: behind
/// a gate, as otherwise two could hold a lock under one name, one of them on a file already removed.
/// </summary>
internal sealed class CacheLocks(CacheFolder folder)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMilliseconds(500);

    private readonly KeyedLock _own = new();

    /// <summary>Waits for the lock of a key.</summary>
    /// <remarks>
    /// No system tells when another process gives a lock of a file back, so it is looked for, less and less
    /// often; threads of this process queue without looking.
    /// </remarks>
    public async Task<IDisposable> TakeAsync(string key, Action? onWait, CancellationToken cancellationToken)
    {
        IDisposable own = await _own.TakeAsync(key, onWait, cancellationToken);
        try
        {
            TimeSpan poll = FirstPoll;
            while (true)
            {
                if (TryTakeFile(key) is { } file)
                {
                    return new Held(own, file);
                }

                onWait?.Invoke();
                onWait = null;
                await Task.Delay(poll, cancellationToken);
                poll = poll * 2 < LongestPoll ? poll * 2 : LongestPoll;
            }
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock of a key if nobody has it.</summary>
    public FileStream? TryTakeFile(string key)
    {
        using FileStream? gate = FileLock.TryShare(folder.Gate);
        return gate is null ? null : FileLock.TryTake(folder.LockOf(key));
    }

    /// <summary>Removes the files of locks that nobody has and that were not made since a time, in UTC.</summary>
    public void RemoveUnused(DateTime since)
    {
        using FileStream? gate = FileLock.TryTake(folder.Gate);
        if (gate is null)
        {
            return;
        }

        foreach (string path in Directory.EnumerateFiles(folder.Locks))
        {
            if (File.GetLastWriteTimeUtc(path) < since)
            {
                using FileStream? unused = FileLock.TryTake(path);
                if (unused is not null)
                {
                    File.Delete(path);
                }
            }
        }
    }

    private sealed class Held(IDisposable own, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            own.Dispose();
        }
    }
}
