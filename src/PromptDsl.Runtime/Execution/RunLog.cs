using Microsoft.Extensions.Logging;
using PromptDsl.Planning;

namespace PromptDsl.Runtime.Execution;

/// <summary>What a log says beside the events.</summary>
internal static partial class RunLog
{
    [LoggerMessage(LogLevel.Information, "Run {RunId}: {Nodes} stages through {Provider}")]
    public static partial void RunBegins(this ILogger logger, string runId, int nodes, string provider);

    [LoggerMessage(LogLevel.Information, "Run {RunId} ended: {Status}")]
    public static partial void RunEnded(this ILogger logger, string runId, RunStatus status);

    [LoggerMessage(LogLevel.Warning, "The picture of {Node} is not cached")]
    public static partial void PictureNotCached(this ILogger logger, PlanKey node, Exception reason);

    [LoggerMessage(LogLevel.Warning, "Files of batch {BatchId} stay in the account: {Reason}")]
    public static partial void BatchFilesLeft(this ILogger logger, string batchId, string reason);

    [LoggerMessage(LogLevel.Warning, "{Node}: {Loss}")]
    public static partial void PicturesMissing(this ILogger logger, PlanKey node, string loss);

    [LoggerMessage(LogLevel.Warning, "The end of run {RunId} is not on record")]
    public static partial void RunNotClosed(this ILogger logger, string runId, Exception reason);

    [LoggerMessage(LogLevel.Warning, "The cache was not trimmed")]
    public static partial void CacheNotTrimmed(this ILogger logger, Exception reason);
}
