using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Cli.Running;

/// <summary>The stages of a run as a tree of lines: what each does, for how long, and the money so far.</summary>
internal sealed class RunTree(Paint paint)
{
    private readonly Dictionary<PlanKey, NodeLine> _lines = [];
    private readonly SortedDictionary<string, string> _batches = new(StringComparer.Ordinal);
    private RunMoney? _money;
    private int _nodes;

    /// <summary>Whether the run has begun.</summary>
    public bool HasBegun => _nodes > 0;

    /// <summary>Takes over what an event says.</summary>
    public void Apply(RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                _nodes = started.Nodes;
                break;
            case MoneyChanged money:
                _money = money.Money;
                break;
            case BatchSubmitted batch:
                _batches[batch.BatchId] = RunText.Of(batch);
                break;
            case BatchPolled batch:
                _batches[batch.BatchId] = RunText.Of(batch);
                break;
            default:
                if (NodeOf(happened) is { } node)
                {
                    LineOf(node, happened).Apply(happened);
                }

                break;
        }
    }

    /// <summary>The tree while the run goes on, in as many lines as there is room for.</summary>
    /// <param name="now">The time that the lines speak of.</param>
    /// <param name="room">The most lines; what goes on comes first, then what ended last.</param>
    public List<string> Render(DateTimeOffset now, int room)
    {
        var shown = new HashSet<PlanKey>();
        var headed = new HashSet<PlanKey>();
        List<string> batches = Batches(Math.Max(1, room / 2));
        int left = room - batches.Count - 1;
        foreach (NodeLine line in ByUrgency())
        {
            left -= HasHead(line.Node) && headed.Add(HeadOf(line.Node)) ? 2 : 1;
            if (left < 0)
            {
                break;
            }

            shown.Add(line.Node);
        }

        return Render(now, _lines.Values.Where(l => shown.Contains(l.Node)), batches);
    }

    /// <summary>The tree at the end of the run, without what never had its turn.</summary>
    /// <param name="now">When the run ended.</param>
    public List<string> RenderEnd(DateTimeOffset now)
    {
        NodeLine[] lines = [.. _lines.Values.Where(l => !l.IsQueued)];
        foreach (NodeLine line in lines.Where(l => l.Ended is null))
        {
            line.Interrupt(now);
        }

        return Render(now, lines, Batches(int.MaxValue));
    }

    private static PlanKey? NodeOf(RunEvent happened) =>
        happened switch
        {
            NodeStarted e => e.Node,
            NodeSent e => e.Node,
            NodeWaiting e => e.Node,
            NodeRetrying e => e.Node,
            NodePartial e => e.Node,
            NodeReused e => e.Node,
            NodeFailed e => e.Node,
            NodeSkipped e => e.Node,
            NodeFinished e => e.Node,
            _ => null,
        };

    private static bool HasHead(PlanKey node) => node.Stage.Length > 0;

    private static PlanKey HeadOf(PlanKey node) => node with { Stage = "" };

    private NodeLine LineOf(PlanKey node, RunEvent happened)
    {
        if (!_lines.TryGetValue(node, out NodeLine? line))
        {
            _lines.Add(node, line = new NodeLine(node, happened.Time));
        }

        return line;
    }

    private IEnumerable<NodeLine> ByUrgency() =>
        _lines
            .Values.Where(l => !l.IsQueued)
            .OrderBy(l => l.Ended is null ? 0 : 1)
            .ThenByDescending(l => l.Ended ?? DateTimeOffset.MaxValue);

    /// <summary>A line for each batch, in as many as there is room for.</summary>
    private List<string> Batches(int room) =>
        [
            .. _batches.Values.Take(_batches.Count > room ? room - 1 : room).Select(SafeText.Escape),
            .. _batches.Count > room ? [PlanText.Count(_batches.Count - room + 1, "more batches")] : (string[])[],
        ];

    private List<string> Render(DateTimeOffset now, IEnumerable<NodeLine> lines, List<string> batches)
    {
        var text = new List<string>();
        IEnumerable<NodeLine> inOrder = lines.OrderBy(l => l.Ended ?? DateTimeOffset.MaxValue).ThenBy(l => l.Began);
        foreach (IGrouping<PlanKey, NodeLine> build in inOrder.GroupBy(l => HeadOf(l.Node)))
        {
            if (!HasHead(build.First().Node))
            {
                text.AddRange(build.Select(line => Describe(line, $"{build.Key}", now)));
                continue;
            }

            text.Add(paint.Bold(SafeText.Escape($"{build.Key}")));
            text.AddRange(build.Select(line => "  " + Describe(line, line.Node.Stage, now)));
        }

        text.AddRange(batches);
        text.Add(paint.Dim(Total()));
        return text;
    }

    private string Describe(NodeLine line, string name, DateTimeOffset now)
    {
        string mark = RunText.MarkOf(line.Status);
        string painted = line.Status switch
        {
            NodeStatus.Made or NodeStatus.Reused => paint.Green(mark),
            NodeStatus.Failed or NodeStatus.Rejected => paint.Red(mark),
            _ => paint.Cyan(mark),
        };
        string time = line.TimeAt(now) is { } taken ? "  " + paint.Dim(RunText.Seconds(taken)) : "";
        return $"{painted} {SafeText.Escape(name)}  {SafeText.Escape(line.WhatAt(now))}{time}";
    }

    private string Total()
    {
        int ended = _lines.Values.Count(l => l.Ended is not null);
        string spent = _money is null ? "" : $", so far {_money.Spent}";
        return $"{ended} of {PlanText.Plural(_nodes, "stage")}{spent}";
    }
}
