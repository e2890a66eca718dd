namespace PromptDsl.Runtime.Caching;

/// <summary>A lock for each key, for the tasks of one process; they get it in the order in which they ask.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<IDisposable> TakeAsync(string key, Action? onWait, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out Entry? known))
            {
                known = new Entry();
                _entries.Add(key, known);
            }

            entry = known;
            entry.Users++;
        }

        try
        {
            if (!entry.Semaphore.Wait(0, cancellationToken))
            {
                onWait?.Invoke();
                await entry.Semaphore.WaitAsync(cancellationToken);
            }

            return new Held(this, key, entry);
        }
        catch
        {
            Leave(key, entry);
            throw;
        }
    }

    private void Leave(string key, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Users == 0)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(KeyedLock owner, string key, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            entry.Semaphore.Release();
            owner.Leave(key, entry);
        }
    }
}
