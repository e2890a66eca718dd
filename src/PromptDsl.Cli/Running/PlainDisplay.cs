using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Events;

namespace PromptDsl.Cli.Running;

/// <summary>Writes a line for each thing that matters, for logs.</summary>
internal sealed class PlainDisplay(CommandContext context) : IRunDisplay
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PlanKey, NodeLine> _lines = [];
    private readonly Dictionary<string, string> _batches = new(StringComparer.Ordinal);

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            if (Describe(value) is { } text)
            {
                context.Report(SafeText.Escape(text));
                context.Host.Error.Flush();
            }
        }
    }

    public void Pause() { }

    public void Dispose() { }

    private string? Describe(RunEvent happened)
    {
        switch (happened)
        {
            case NodeStarted started:
                _lines[started.Node] = new NodeLine(started.Node, started.Time);
                return null;
            case NodeSent sent when _lines.TryGetValue(sent.Node, out NodeLine? line):
                line.Apply(sent);
                return null;
            case NodeRetrying retrying:
                return $"… {retrying.Node}: {retrying.Message.TrimEnd('.')}; {RunText.Again(retrying.Delay)}";
            case NodeWaiting { Delay: { TotalSeconds: >= 5 } delay } waiting:
                return $"… {waiting.Node}: {RunText.Of(waiting.Reason)}, {RunText.Seconds(delay)}";
            case NodePartial partial:
                return RunText.Of(partial, context.DisplayPath(partial.Path));
            case NodeFailed failed:
                return End(failed.Node, failed);
            case NodeSkipped skipped:
                return End(skipped.Node, skipped);
            case NodeFinished finished:
                return End(finished.Node, finished);
            case BatchSubmitted batch:
                return RunText.Of(batch);
            case BatchPolled batch:
                return News(batch);
            default:
                return null;
        }
    }

    /// <summary>A batch is looked at for up to a day: what is as it was is not said again.</summary>
    private string? News(BatchPolled batch)
    {
        string text = RunText.Of(batch);
        bool isNew = _batches.GetValueOrDefault(batch.BatchId) != text;
        _batches[batch.BatchId] = text;
        return isNew ? text : null;
    }

    private string End(PlanKey node, RunEvent happened)
    {
        NodeLine line = _lines.GetValueOrDefault(node) ?? new NodeLine(node, happened.Time);
        line.Apply(happened);
        string time = happened is NodeFinished ? $" ({RunText.Seconds(happened.Time - line.Began)})" : "";
        return $"{RunText.MarkOf(line.Status)} {node}: {line.WhatAt(happened.Time)}{time}";
    }
}
