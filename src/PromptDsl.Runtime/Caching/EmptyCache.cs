namespace PromptDsl.Runtime.Caching;

/// <summary>A cache that keeps nothing; the tasks of a run still send each request only once.</summary>
public sealed class EmptyCache : IPictureCache
{
    private readonly KeyedLock _locks = new();

    public async Task<ICacheLease> LeaseAsync(string key, Action? onWait, CancellationToken cancellationToken) =>
        new Lease(await _locks.TakeAsync(key, onWait, cancellationToken));

    public Task<CacheEntry?> PeekAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult<CacheEntry?>(null);

    public Task TrimAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Lease(IDisposable held) : ICacheLease
    {
        public Task<CacheEntry?> FindAsync(string folder, CancellationToken cancellationToken) =>
            Task.FromResult<CacheEntry?>(null);

        public Task StoreAsync(CacheEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
