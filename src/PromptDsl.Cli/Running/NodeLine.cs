using PromptDsl.Planning;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Running;

/// <summary>How far a stage is, in the words of people.</summary>
internal sealed class NodeLine(PlanKey node, DateTimeOffset began)
{
    private string _what = "starts";

    // The words before the time that is left of a wait, and when that ends; null when nothing says how long.
    private (string Words, DateTimeOffset End)? _wait;

    private bool _isSent;

    public PlanKey Node { get; } = node;

    /// <summary>When its first request was sent; before that, when it could begin.</summary>
    public DateTimeOffset Began { get; private set; } = began;

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public NodeStatus? Status { get; private set; }

    /// <summary>Whether it could begin, and nothing is done for it yet.</summary>
    public bool IsQueued { get; private set; } = true;

    /// <summary>What it does or has done; a wait counts down.</summary>
    public string WhatAt(DateTimeOffset now) =>
        _wait is { } wait && wait.End > now ? _what + wait.Words + RunText.Seconds(wait.End - now) : _what;

    /// <summary>How long it has taken; null where there is neither a request nor a picture.</summary>
    public TimeSpan? TimeAt(DateTimeOffset now) =>
        _isSent || Status is NodeStatus.Made or NodeStatus.Reused ? (Ended ?? now) - Began : null;

    /// <summary>Takes over what an event says.</summary>
    public void Apply(RunEvent happened)
    {
        if (happened is NodeStarted)
        {
            return;
        }

        IsQueued = false;
        _wait = null;
        switch (happened)
        {
            case NodeSent sent:
                Began = _isSent ? Began : sent.Time;
                _isSent = true;
                _what = "waits for the picture" + (sent.Attempt == 1 ? "" : $", attempt {sent.Attempt}");
                break;
            case NodeWaiting waiting:
                _what = RunText.Of(waiting.Reason);
                _wait = waiting.Delay is { } delay ? (", ", waiting.Time + delay) : null;
                break;
            case NodeRetrying retrying:
                _what = RunText.Of(retrying.Kind);
                _wait = retrying.Delay > TimeSpan.Zero ? ("; sent again in ", retrying.Time + retrying.Delay) : null;
                break;
            case NodePartial partial:
                _what = $"waits for the picture, has preview {partial.Index + 1}";
                break;
            case NodeReused reused:
                _what = RunText.Of(reused.Source);
                break;
            case NodeFailed failed:
                bool isMade = failed.Kind == RunFailureKind.Expectation;
                End(happened.Time, isMade ? NodeStatus.Rejected : NodeStatus.Failed, failed.Message);
                break;
            case NodeSkipped skipped:
                End(happened.Time, NodeStatus.Skipped, RunWords.SkippedBecause(skipped.Because));
                break;
            case NodeFinished finished:
                End(happened.Time, finished.Status, RunText.Of(finished));
                break;
            default:
                break;
        }
    }

    /// <summary>Ends it with the run.</summary>
    public void Interrupt(DateTimeOffset now) => End(now, NodeStatus.NotMade, "interrupted");

    private void End(DateTimeOffset time, NodeStatus status, string what)
    {
        _wait = null;
        Ended = time;
        Status = status;
        _what = what;
    }
}
