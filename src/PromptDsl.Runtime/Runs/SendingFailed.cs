using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>A request gave no picture.</summary>
/// <param name="Sending">What was sent.</param>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Cost">What may have been paid, as far as it is known.</param>
public sealed record SendingFailed(SendingKey Sending, FailureKind Kind, string Message, PriceRange Cost)
    : JournalRecord
{
    /// <summary>Whether it may have been carried out and charged although no picture arrived.</summary>
    public bool MayHaveBeenPaid { get; init; }

    /// <summary>The HTTP status, or null when there was no response.</summary>
    public int? Status { get; init; }

    /// <summary>The error code of the response.</summary>
    public string? Code { get; init; }

    /// <summary>The id that the server gave the exchange.</summary>
    public string? RequestId { get; init; }

    /// <summary>Where moderation stopped it: <c>input</c>, <c>output</c> or <c>unknown</c>.</summary>
    public string? ModerationStage { get; init; }

    /// <summary>What moderation named.</summary>
    public ImmutableArray<string> ModerationCategories { get; init; } = [];

    /// <summary>The failure as the provider said it.</summary>
    internal ProviderFailure ToFailure() =>
        new(Kind, Message)
        {
            MayHaveBeenPaid = MayHaveBeenPaid,
            Status = Status,
            Code = Code,
            RequestId = RequestId,
            ModerationStage = ModerationStage,
            ModerationCategories = ModerationCategories,
        };
}
