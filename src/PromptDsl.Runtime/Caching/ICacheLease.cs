namespace PromptDsl.Runtime.Caching;

/// <summary>The right to send a request; disposing of it gives it back.</summary>
public interface ICacheLease : IAsyncDisposable
{
    /// <summary>Copies the pictures of the entry into a folder, whole and as they were stored. The folder is made when there is an entry.</summary>
    /// <returns>The entry with the copies, or null when there is none that can be used.</returns>
    Task<CacheEntry?> FindAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Stores an entry in place of any that is there; its pictures are copied.</summary>
    Task StoreAsync(CacheEntry entry, CancellationToken cancellationToken);
}
