#pragma warning disable CS9113
namespace PromptDsl.Runtime.Caching;

/// <summary>A cache of files; any number of processes may use one folder.</summary>
/// <param name="folder">The folder; it is made when it is needed.</param>
/// <param name="limits">How long and how much it keeps; null for <see cref="CacheLimits.Default"/>.</param>
/// <param name="time">The clock; null for that of the system.</param>
public sealed class FilePictureCache(string folder, CacheLimits? limits = null, TimeProvider? time = null)
    : IPictureCache
{
    /// <summary>Where pictures are kept unless something else is said.</summary>
    public const string DefaultFolder = ".promptc/cache";

    public Task<ICacheLease> LeaseAsync(string key, Action? onWait, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public bool Contains(string key) => throw new NotSupportedException();

    public void Trim() => throw new NotSupportedException();
}
