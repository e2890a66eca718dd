namespace PromptDsl.Runtime.Caching;

/// <summary>Removes what is too old or too much; what somebody has leased stays.</summary>
internal sealed class CacheTrimmer(CacheFolder folder, CacheLocks locks, CacheLimits limits, TimeProvider time)
{
    /// <summary>Whoever wrote here is gone, or takes longer than anybody should.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    public void Trim(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder.Entries))
        {
            return;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        List<Entry> entries =
        [
            .. Directory.EnumerateDirectories(folder.Entries).SelectMany(ReadGroup).OrderBy(e => e.StoredAt),
        ];
        long bytes = entries.Sum(e => e.Bytes);
        foreach (Entry entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isTooOld = now - entry.StoredAt > limits.MaxAge;
            if ((isTooOld || bytes > limits.MaxBytes) && TryRemove(entry.Path))
            {
                bytes -= entry.Bytes;
            }
        }

        RemoveAbandoned(now);
        locks.RemoveUnused(now - limits.MaxAge - AbandonedAfter);
    }

    private static IEnumerable<Entry> ReadGroup(string group) =>
        Directory.EnumerateDirectories(group).Select(Read).OfType<Entry>();

    /// <summary>Looks at an entry; null for one that somebody takes away at this moment.</summary>
    private static Entry? Read(string path)
    {
        try
        {
            FileInfo[] files = new DirectoryInfo(path).GetFiles();
            FileInfo? manifest = Array.Find(files, f => f.Name == CacheFolder.ManifestName);
            return new Entry(path, manifest?.LastWriteTimeUtc ?? DateTime.MinValue, files.Sum(f => f.Length));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private bool TryRemove(string entry)
    {
        using FileStream? unused = locks.TryTakeFile(Path.GetFileName(entry));
        if (unused is null)
        {
            return false;
        }

        folder.Remove(entry);
        return true;
    }

    private void RemoveAbandoned(DateTime now)
    {
        foreach (string path in Directory.EnumerateDirectories(folder.Temporary))
        {
            if (now - Directory.GetLastWriteTimeUtc(path) > AbandonedAfter)
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }

    private sealed record Entry(string Path, DateTime StoredAt, long Bytes);
}
