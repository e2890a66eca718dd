using System.Globalization;
using System.Text.Json;
using PromptDsl.Planning;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Running;

/// <summary>The words for what happens in runs.</summary>
internal static class RunText
{
    /// <summary>A span of time such as <c>0.4 s</c> or <c>2 min 5 s</c>.</summary>
    public static string Seconds(TimeSpan time) =>
        time.TotalSeconds < 10 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time.TotalMinutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    /// <summary>A failure such as "rate limited".</summary>
    public static string Of(FailureKind kind) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()).Replace('-', ' ');

    /// <summary>What a stage waits for before its request is sent.</summary>
    public static string Of(WaitReason reason) =>
        reason switch
        {
            WaitReason.RateLimit => "waits for the rate limit",
            WaitReason.Budget => "waits for money set aside by others",
            _ => "waits for the same request of somebody else",
        };

    /// <summary>When a request that failed goes out again.</summary>
    public static string Again(TimeSpan delay) =>
        delay > TimeSpan.Zero ? $"sent again in {Seconds(delay)}" : "handed in again";

    /// <summary>Where pictures come from that are not asked for.</summary>
    public static string Of(ReuseSource source) =>
        source switch
        {
            ReuseSource.Cache => "from the cache",
            ReuseSource.Run => "made before",
            _ => "from the output folder",
        };

    /// <summary>That a batch was handed in.</summary>
    public static string Of(BatchSubmitted batch) =>
        $"Batch {batch.BatchId}: {PlanText.Plural(batch.Requests, "request")} handed in";

    /// <summary>How far a batch is, or what is wrong with it.</summary>
    public static string Of(BatchPolled batch) =>
        batch.Problem is { } problem
            ? $"Batch {batch.BatchId}: {problem.TrimEnd('.')}"
            : $"Batch {batch.BatchId}: {batch.State.Replace('_', ' ')}, {batch.Completed + batch.Failed} of {batch.Total} done";

    /// <summary>The pictures of a stage, and what they cost.</summary>
    public static string Of(NodeFinished finished)
    {
        int came = finished.Pictures.Length;
        string pictures = PlanText.Plural(finished.Asked, "picture");
        pictures = came < finished.Asked ? $"only {came} of {pictures}" : pictures;
        string made = finished.Status == NodeStatus.Reused ? $"{pictures}, made before" : pictures;
        return finished.Cost.IsKnown && finished.Cost.Low == Money.Zero ? made : $"{made}, {finished.Cost}";
    }

    /// <summary>That a preview has come.</summary>
    /// <param name="partial">The preview.</param>
    /// <param name="path">Its file, as the user would name it.</param>
    public static string Of(NodePartial partial, string path) =>
        $"… {partial.Node}: preview {partial.Index + 1} in {path}";

    /// <summary>The mark of a state.</summary>
    public static string MarkOf(NodeStatus? status) =>
        status switch
        {
            NodeStatus.Made or NodeStatus.Reused => "✓",
            NodeStatus.Rejected or NodeStatus.Failed => "✗",
            NodeStatus.Skipped or NodeStatus.NotMade => "–",
            _ => "·",
        };

    /// <summary>The mark of what came of an expectation.</summary>
    public static string MarkOf(CheckStatus status) =>
        status switch
        {
            CheckStatus.Passed => "✓",
            CheckStatus.Failed => "✗",
            _ => "?",
        };
}
