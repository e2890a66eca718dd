using System.Collections.Immutable;

namespace PromptDsl.Emulator.Http;

/// <summary>An error as the API states it.</summary>
internal sealed record ApiError(int Status, string Message)
{
    public string Type { get; init; } = "invalid_request_error";

    public string? Code { get; init; }

    public string? Parameter { get; init; }

    public string? ModerationStage { get; init; }

    public ImmutableArray<string> ModerationCategories { get; init; } = [];

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
