namespace PromptDsl.Runtime.Caching;

/// <summary>A cache of files; any number of processes may use one folder.</summary>
public sealed class FilePictureCache : IPictureCache
{
    /// <summary>Where pictures are kept unless something else is said.</summary>
    public const string DefaultFolder = ".promptc/cache";

    private readonly CacheFolder _folder;
    private readonly CacheLocks _locks;
    private readonly CacheStore _store;
    private readonly CacheLimits _limits;
    private readonly TimeProvider _time;

    /// <summary>Opens a cache.</summary>
    /// <param name="folder">The folder; it is made when it is needed.</param>
    /// <param name="limits">How long and how much it keeps; null for <see cref="CacheLimits.Default"/>.</param>
    /// <param name="time">The clock; null for that of the system.</param>
    public FilePictureCache(string folder, CacheLimits? limits = null, TimeProvider? time = null)
    {
        _folder = new CacheFolder(Path.GetFullPath(folder));
        _locks = new CacheLocks(_folder);
        _limits = limits ?? CacheLimits.Default;
        _time = time ?? TimeProvider.System;
        _store = new CacheStore(_folder, _limits, _time);
    }

    public async Task<ICacheLease> LeaseAsync(string key, Action? onWait, CancellationToken cancellationToken)
    {
        _folder.Create();
        return new FileCacheLease(_store, key, await _locks.TakeAsync(key, onWait, cancellationToken));
    }

    public Task<CacheEntry?> PeekAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_store.Read(key)?.ToEntry());

    public Task TrimAsync(CancellationToken cancellationToken) =>
        Task.Run(() => new CacheTrimmer(_folder, _locks, _limits, _time).Trim(cancellationToken), cancellationToken);
}
