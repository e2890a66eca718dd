namespace PromptDsl.Runtime.Caching;

/// <summary>Keeps what requests gave, by what was sent. A shared store takes the place of files by implementing it.</summary>
public interface IPictureCache
{
    /// <summary>
    /// Takes the only right to send a request, waiting until nobody else has it: of all who want the same
    /// pictures one asks for them, and the others find them.
    /// </summary>
    /// <param name="key">64 lower-case hexadecimal digits.</param>
    /// <param name="onWait">Called once, if somebody else has it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<ICacheLease> LeaseAsync(string key, Action? onWait, CancellationToken cancellationToken);

    /// <summary>
    /// What an entry says about itself, for a forecast, or null when there is none: it may be gone a moment
    /// later, and its pictures are not copied.
    /// </summary>
    Task<CacheEntry?> PeekAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes what is too old or too much; never an entry that somebody has leased.</summary>
    Task TrimAsync(CancellationToken cancellationToken);
}
