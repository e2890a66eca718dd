namespace PromptDsl.Runtime.Caching;

/// <summary>How long and how much a cache keeps.</summary>
public sealed record CacheLimits
{
    public static CacheLimits Default { get; } = new();

    /// <summary>How old an entry is used; a day, so that what was just made is not paid again and nothing gets stale.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The bytes that all pictures may take; the oldest go first.</summary>
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;
}
