namespace PromptDsl.Emulator;

/// <summary>Limits of the endpoints that make pictures; null is no limit.</summary>
public sealed record RateLimitOptions
{
    /// <summary>How many requests a window takes.</summary>
    public int? Requests { get; init; }

    /// <summary>How many input tokens and tokens of pictures a window takes.</summary>
    public int? Tokens { get; init; }

    /// <summary>How many pictures a window takes.</summary>
    public int? Images { get; init; }

    /// <summary>How long it takes until an empty bucket is full again; a minute, as the service counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);
}
