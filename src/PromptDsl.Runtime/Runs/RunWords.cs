using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Runs;

/// <summary>The words for what became of runs and their stages.</summary>
internal static class RunWords
{
    public static string NameOf(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>How a run stands.</summary>
    /// <param name="status">How it ended, or null.</param>
    /// <param name="isUnderWay">Whether a process works on it.</param>
    public static string NameOf(RunStatus? status, bool isUnderWay) =>
        isUnderWay ? "under way"
        : status is { } ended ? NameOf(ended)
        : "not ended";

    /// <summary>How a stage stands, in a word or two.</summary>
    public static string NameOf(StageSummary stage) =>
        stage.Status switch
        {
            NodeStatus.Made or NodeStatus.Reused => "made",
            NodeStatus.Rejected => "not as expected",
            NodeStatus.Failed when stage.Left?.Kind == RunFailureKind.Moderation => "refused",
            NodeStatus.Failed => "failed",
            NodeStatus.Skipped => "skipped",
            NodeStatus.Pending => "waiting",
            _ when stage.IsOpen => "sent",
            _ => "not reached",
        };

    /// <summary>Why a stage has not all of its pictures; null when it has.</summary>
    public static string? ReasonOf(StageSummary stage) =>
        stage switch
        {
            { Left: { } left } => left.Reason,
            { Status: NodeStatus.Made or NodeStatus.Reused } => null,
            { Batch: { } batch } => $"handed in as {batch.BatchId}, {Time(batch.HandedIn)}",
            { Status: NodeStatus.Pending } => "waits for a stage that is in a batch",
            { IsOpen: true } => "its request was sent, and no answer has come",
            { Status: NodeStatus.NotMade } => "the run was stopped before its turn",
            _ => "its turn has not come",
        };

    /// <summary>Why a stage was skipped.</summary>
    /// <param name="stage">The stage that it builds on.</param>
    public static string SkippedBecause(PlanKey stage) => $"not made, since {stage.Stage} has no picture to build on";

    /// <summary>How many stages stand how, such as <c>5 made, 1 refused</c>.</summary>
    public static string Count(ImmutableArray<StageSummary> stages) =>
        string.Join(
            ", ",
            stages
                .GroupBy(NameOf, StringComparer.Ordinal)
                .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Count()} {same.Key}"))
        );

    /// <summary>What a provider answered to a request that failed; empty when nothing is known of it.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The error code.</param>
    /// <param name="categories">What moderation named.</param>
    /// <param name="requestId">The id that the server gave the exchange.</param>
    public static string AnswerOf(int? status, string? code, ImmutableArray<string> categories, string? requestId)
    {
        IEnumerable<string?> parts =
        [
            status is null ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"),
            code,
            categories.IsEmpty ? null : string.Join(", ", categories),
            requestId is null ? null : $"request {requestId}",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
