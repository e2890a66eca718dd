using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Semantics.Binding;

/// <summary>Which stage reads which: inputs by name, circles reported, an order in which each follows its inputs.</summary>
internal sealed class StagePlan
{
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<BlockNode> _nodes;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<StageSource>> _sources = [];

    public StagePlan(DiagnosticBag diagnostics, ImmutableArray<BlockNode> nodes)
    {
        _diagnostics = diagnostics;
        _nodes = nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            _index.TryAdd(nodes[i].Name!, i);
        }

        var reader = new StageSourceReader(diagnostics, _index.Keys);
        for (int i = 0; i < nodes.Length; i++)
        {
            _sources.Add(ReadSources(i, reader));
        }
    }

    /// <summary>What a stage edits; nothing when it makes a new picture.</summary>
    public ImmutableArray<StageSource> SourcesOf(BlockNode node) => _sources[_index[node.Name!]];

    /// <summary>The stages in order, or null when there is a circle; that is reported.</summary>
    public ImmutableArray<BlockNode>? Order()
    {
        var order = ImmutableArray.CreateBuilder<BlockNode>(_nodes.Length);
        var isDone = new bool[_nodes.Length];
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (!TryVisit(i, isDone, order))
            {
                return null;
            }
        }

        return order.ToImmutable();
    }

    /// <summary>Adds a stage after those that it reads; false after a report when they go round in a circle.</summary>
    private bool TryVisit(int start, bool[] isDone, ImmutableArray<BlockNode>.Builder order)
    {
        // Depth first with a stack of our own: a chain may have thousands of stages.
        var work = new Stack<(int Stage, int Next)>();
        var path = new List<int>();
        work.Push((start, 0));
        while (work.Count > 0)
        {
            (int stage, int next) = work.Pop();
            if (next == 0)
            {
                if (isDone[stage])
                {
                    continue;
                }

                int from = path.IndexOf(stage);
                if (from >= 0)
                {
                    _diagnostics.Add(
                        StageDiagnostics.StageCycle(
                            _nodes[stage].Place,
                            path.Skip(from).Append(stage).Select(s => _nodes[s].Name!)
                        )
                    );
                    return false;
                }

                path.Add(stage);
            }

            ImmutableArray<StageSource> sources = _sources[stage];
            if (next < sources.Length)
            {
                work.Push((stage, next + 1));
                if (sources[next].Stage is { } name)
                {
                    work.Push((_index[name], 0));
                }
            }
            else
            {
                isDone[stage] = true;
                path.RemoveAt(path.Count - 1);
                order.Add(_nodes[stage]);
            }
        }

        return true;
    }

    /// <summary>What <c>from</c> says, or else the stage before.</summary>
    private ImmutableArray<StageSource> ReadSources(int index, StageSourceReader reader)
    {
        BlockNode node = _nodes[index];
        if (node.Find("from") is { } from)
        {
            return reader.Read(from.Value);
        }

        return index == 0 ? [] : [new StageSource(_nodes[index - 1].Name, null, node.Place)];
    }
}
