using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Cli.Running;

/// <summary>Keeps a tree of the stages at the foot of a terminal: what each does, for how long, and the money so far.</summary>
internal sealed class LiveDisplay : IRunDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();
    private readonly CommandContext _context;
    private readonly TimeProvider _time;
    private readonly LiveRegion _region;
    private readonly Dictionary<PlanKey, NodeLine> _lines = [];
    private readonly SortedDictionary<string, string> _batches = new(StringComparer.Ordinal);
    private readonly ITimer _timer;
    private RunMoney? _money;
    private int _nodes;
    private bool _isPaused = true;

    public LiveDisplay(CommandContext context, TimeProvider time)
    {
        _context = context;
        _time = time;
        _region = new LiveRegion(context.Host);
        _timer = time.CreateTimer(_ => Draw(), null, Interval, Interval);
    }

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            switch (value)
            {
                case RunStarted started:
                    _nodes = started.Nodes;
                    return;
                case MoneyChanged money:
                    _money = money.Money;
                    break;
                case BatchSubmitted batch:
                    _batches[batch.BatchId] = RunText.Of(batch);
                    break;
                case BatchPolled batch:
                    _batches[batch.BatchId] = RunText.Of(batch);
                    break;
                case NodeStarted started:
                    _lines[started.Node] = new NodeLine(started.Node, started.Time);
                    break;
                default:
                    if (NodeOf(value) is { } node)
                    {
                        Line(node, value).Apply(value);
                    }

                    break;
            }

            _isPaused = false;
        }
    }

    public void Pause()
    {
        lock (_lock)
        {
            _isPaused = true;
            _region.Clear();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isPaused = true;
            if (_nodes > 0)
            {
                // What stays on the screen is how everything ended.
                _region.Draw(Render(all: true));
            }
        }
    }

    private NodeLine Line(PlanKey node, RunEvent happened)
    {
        if (!_lines.TryGetValue(node, out NodeLine? line))
        {
            _lines.Add(node, line = new NodeLine(node, happened.Time));
        }

        return line;
    }

    private static PlanKey? NodeOf(RunEvent happened) =>
        happened switch
        {
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

    private void Draw()
    {
        lock (_lock)
        {
            if (_isPaused)
            {
                return;
            }

            try
            {
                _region.Draw(Render(all: false));
            }
            catch (IOException)
            {
                // The terminal is gone, and the run goes on without it.
                _isPaused = true;
            }
        }
    }

    private List<string> Render(bool all)
    {
        // A screen has room for some: what goes on comes first, then what ended last.
        int room = all ? int.MaxValue : Math.Max(3, _context.Host.TerminalSize.Height - 3 - _batches.Count);
        HashSet<PlanKey> shown =
        [
            .. _lines
                .Values.OrderBy(l => l.Ended is null ? 0 : 1)
                .ThenByDescending(l => l.Ended ?? DateTimeOffset.MaxValue)
                .Take(room)
                .Select(l => l.Node),
        ];
        var text = new List<string>();
        (string File, string Build)? group = null;
        foreach (NodeLine line in _lines.Values.Where(l => shown.Contains(l.Node)).OrderBy(l => l.Started))
        {
            if (group != (line.Node.File, line.Node.Build))
            {
                group = (line.Node.File, line.Node.Build);
                text.Add(_context.ErrorPaint.Bold(SafeText.Escape((line.Node with { Stage = "" }).ToString())));
            }

            text.Add(Describe(line));
        }

        text.AddRange(_batches.Values.Select(SafeText.Escape));
        text.Add(_context.ErrorPaint.Dim(Total()));
        return text;
    }

    private string Describe(NodeLine line)
    {
        string mark = RunText.MarkOf(line.Status);
        string painted = line.Status switch
        {
            NodeStatus.Made or NodeStatus.Reused => _context.ErrorPaint.Green(mark),
            NodeStatus.Failed or NodeStatus.Rejected => _context.ErrorPaint.Red(mark),
            _ => _context.ErrorPaint.Cyan(mark),
        };
        string name = line.Node.Stage.Length > 0 ? line.Node.Stage : "picture";
        string time = RunText.Seconds((line.Ended ?? _time.GetUtcNow()) - line.Started);
        return $"  {painted} {SafeText.Escape(name)}  {SafeText.Escape(line.What)}  {_context.ErrorPaint.Dim(time)}";
    }

    private string Total()
    {
        int ended = _lines.Values.Count(l => l.Ended is not null);
        string spent = _money is null ? "" : $", {_money.Spent} so far";
        return $"{ended} of {PlanText.Plural(_nodes, "stage")}{spent}";
    }
}
