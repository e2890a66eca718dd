using PromptDsl.Planning;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Running;

/// <summary>How far a stage is, in the words of people.</summary>
internal sealed class NodeLine(PlanKey node, DateTimeOffset started)
{
    public PlanKey Node { get; } = node;

    public DateTimeOffset Started { get; } = started;

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public NodeStatus? Status { get; private set; }

    /// <summary>What it does or has done.</summary>
    public string What { get; private set; } = "starts";

    /// <summary>Takes over what an event says.</summary>
    public void Apply(RunEvent happened)
    {
        switch (happened)
        {
            case NodeSent { Attempt: 1 }:
                What = "waits for the picture";
                break;
            case NodeSent sent:
                What = $"waits for the picture, attempt {sent.Attempt}";
                break;
            case NodeWaiting waiting:
                What = WaitOf(waiting);
                break;
            case NodeRetrying retrying:
                What = $"{RunText.Of(retrying.Kind)}; sent again in {RunText.Seconds(retrying.Delay)}";
                break;
            case NodePartial partial:
                What = $"preview {partial.Index + 1}: {partial.Path}";
                break;
            case NodeReused reused:
                What = RunText.Of(reused.Source);
                break;
            case NodeFailed failed:
                End(happened, failed.Kind == RunFailureKind.Expectation ? NodeStatus.Rejected : NodeStatus.Failed);
                What = failed.Message;
                break;
            case NodeSkipped skipped:
                End(happened, NodeStatus.Skipped);
                What = RunWords.SkippedBecause(skipped.Because);
                break;
            case NodeFinished finished:
                End(happened, finished.Status);
                What = RunText.Of(finished);
                break;
            default:
                break;
        }
    }

    private void End(RunEvent happened, NodeStatus status)
    {
        Ended = happened.Time;
        Status = status;
    }

    private static string WaitOf(NodeWaiting waiting)
    {
        string reason = waiting.Reason switch
        {
            WaitReason.RateLimit => "waits for the rate limit",
            WaitReason.Budget => "waits for money set aside by others",
            _ => "waits for the same request of somebody else",
        };
        return waiting.Delay is { } delay ? $"{reason}, {RunText.Seconds(delay)}" : reason;
    }
}
