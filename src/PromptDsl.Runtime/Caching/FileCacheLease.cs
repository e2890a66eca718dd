namespace PromptDsl.Runtime.Caching;

/// <summary>A lease on a cache of files.</summary>
internal sealed class FileCacheLease(CacheStore store, string key, IDisposable held) : ICacheLease
{
    public Task<CacheEntry?> FindAsync(string folder, CancellationToken cancellationToken) =>
        store.CopyOutAsync(key, folder, cancellationToken);

    public Task StoreAsync(CacheEntry entry, CancellationToken cancellationToken) =>
        store.StoreAsync(key, entry, cancellationToken);

    public ValueTask DisposeAsync()
    {
        held.Dispose();
        return ValueTask.CompletedTask;
    }
}
