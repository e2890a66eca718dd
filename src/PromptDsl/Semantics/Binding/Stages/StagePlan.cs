using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Which stage reads which: inputs by name, circles reported and cut, an order in which each follows its inputs.</summary>
internal sealed class StagePlan
{
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<BlockNode> _nodes;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly ImmutableArray<StageSource>[] _sources;
    private readonly ImmutableArray<bool> _edits;
    private readonly List<int> _order = [];
    private readonly List<int> _path = [];

    public StagePlan(DiagnosticBag diagnostics, ImmutableArray<BlockNode> nodes)
    {
        _diagnostics = diagnostics;
        _nodes = nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            _index.TryAdd(nodes[i].Name!, i);
        }

        var reader = new StageSourceReader(diagnostics, _index.Keys);
        _sources = [.. nodes.Select((_, i) => ReadSources(i, reader))];
        _edits = [.. nodes.Select((node, i) => !_sources[i].IsEmpty || NamesInput(node))];
        for (int i = 0; i < nodes.Length; i++)
        {
            Visit(i);
        }
    }

    /// <summary>The stages, each after those that it reads.</summary>
    public IEnumerable<BlockNode> Order => _order.Select(i => _nodes[i]);

    /// <summary>What a stage edits; what would close a circle is left out.</summary>
    public ImmutableArray<StageSource> SourcesOf(BlockNode node) => _sources[_index[node.Name!]];

    /// <summary>Whether a stage edits, if only something unknown or in a circle, or makes a new picture.</summary>
    public bool Edits(BlockNode node) => _edits[_index[node.Name!]];

    private static bool NamesInput(BlockNode node) =>
        node.Find("from")?.Value is not (null or WordValue or ListValue { Items.IsEmpty: true });

    /// <summary>Depth first; the limit of stages bounds the depth.</summary>
    private void Visit(int stage)
    {
        if (_order.Contains(stage))
        {
            return;
        }

        _path.Add(stage);
        foreach (StageSource source in _sources[stage])
        {
            if (source.Stage is null)
            {
                continue;
            }

            int read = _index[source.Stage];
            int open = _path.IndexOf(read);
            if (open < 0)
            {
                Visit(read);
                continue;
            }

            ReportCircle([.. _path.Skip(open)]);
            _sources[stage] = _sources[stage].Remove(source);
        }

        _path.RemoveAt(_path.Count - 1);
        _order.Add(stage);
    }

    /// <summary>Reports a circle from the stage that stands first in the file.</summary>
    private void ReportCircle(ImmutableArray<int> circle)
    {
        int first = circle.IndexOf(circle.Min());
        ImmutableArray<int> ordered = [.. circle[first..], .. circle[..first]];
        _diagnostics.Add(
            StageDiagnostics.StageCycle([
                .. ordered.Select((stage, i) => Link(stage, ordered[(i + 1) % ordered.Length])),
            ])
        );
    }

    private StageSource Link(int stage, int read) => _sources[stage].First(s => s.Stage == _nodes[read].Name);

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
