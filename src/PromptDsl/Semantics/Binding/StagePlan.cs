using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

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

        for (int i = 0; i < nodes.Length; i++)
        {
            _sources.Add(ReadSources(i));
        }
    }

    /// <summary>What a stage edits; nothing when it makes a new picture.</summary>
    public ImmutableArray<StageSource> SourcesOf(BlockNode node) => _sources[_index[node.Name!]];

    /// <summary>The stages in order, or null when there is a circle; that is reported.</summary>
    public ImmutableArray<BlockNode>? Order()
    {
        var order = ImmutableArray.CreateBuilder<BlockNode>(_nodes.Length);
        var state = new int[_nodes.Length];
        var path = new List<int>();
        for (int i = 0; i < _nodes.Length; i++)
        {
            if (!Visit(i, state, path, order))
            {
                return null;
            }
        }

        return order.ToImmutable();
    }

    private bool Visit(int start, int[] state, List<int> path, ImmutableArray<BlockNode>.Builder order)
    {
        // Depth first with a stack of our own: a chain may have thousands of stages.
        var work = new Stack<(int Stage, int Next)>();
        work.Push((start, 0));
        while (work.Count > 0)
        {
            (int stage, int next) = work.Pop();
            if (next == 0)
            {
                if (state[stage] == 2)
                {
                    continue;
                }

                if (state[stage] == 1)
                {
                    int from = path.IndexOf(stage);
                    _diagnostics.Add(
                        StageDiagnostics.StageCycle(
                            _nodes[stage].Place,
                            path.Skip(from).Append(stage).Select(s => _nodes[s].Name!)
                        )
                    );
                    return false;
                }

                state[stage] = 1;
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
                state[stage] = 2;
                path.RemoveAt(path.Count - 1);
                order.Add(_nodes[stage]);
            }
        }

        return true;
    }

    private ImmutableArray<StageSource> ReadSources(int index)
    {
        BlockNode node = _nodes[index];
        if (node.Find("from") is not { } from)
        {
            return index == 0 ? [] : [new StageSource(_nodes[index - 1].Name, null, node.Place)];
        }

        if (from.Value is ListValue said)
        {
            CheckInputs(said, _diagnostics);
        }

        var sources = ImmutableArray.CreateBuilder<StageSource>();
        foreach (BoundValue item in from.Value is ListValue list ? list.Items : [from.Value])
        {
            if (ReadSource(item) is { } source)
            {
                sources.Add(source);
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>A list of inputs names at least one picture, and nothing but pictures.</summary>
    public static void CheckInputs(ListValue list, DiagnosticBag diagnostics)
    {
        if (list.Items.IsEmpty)
        {
            diagnostics.Add(StageDiagnostics.NoInput(list.Place));
        }

        foreach (WordValue none in list.Items.OfType<WordValue>())
        {
            diagnostics.Add(StageDiagnostics.NoneBesideInputs(none.Place));
        }
    }

    /// <summary>In a loop the name of a stage carries a slot and stands in quotation marks: <c>from: "page-${n}"</c>.</summary>
    private string? StageInQuotes(ImageValue image)
    {
        string name = image.Path[(image.Path.LastIndexOf('/') + 1)..];
        if (!_index.ContainsKey(name))
        {
            return null;
        }

        if (image.Place.Text == $"\"{name}\"")
        {
            _diagnostics.Add(PlacementDiagnostics.QuotedName(image.Place, name));
        }

        return name;
    }

    private StageSource? ReadSource(BoundValue item)
    {
        switch (item)
        {
            case ImageValue image when StageInQuotes(image) is { } stage:
                return new StageSource(stage, null, item.Place);
            case ImageValue image:
                return new StageSource(null, image, item.Place);
            case NameValue name when _index.ContainsKey(name.Name):
                return new StageSource(name.Name, null, name.Place);
            case NameValue { Alternative: ImageValue image }:
                return new StageSource(null, image, item.Place);
            case NameValue { Alternative: TextValue text }
                when _index.ContainsKey(Identifiers.ToIdentifier(text.Text.Plain)):
                return new StageSource(Identifiers.ToIdentifier(text.Text.Plain), null, item.Place);
            case NameValue name:
                _diagnostics.Add(
                    StageDiagnostics.UnknownStage(
                        name.Place,
                        name.Name,
                        Suggestion.For(name.Name, _index.Keys),
                        _index.Keys
                    )
                );
                return null;
            default:
                return null;
        }
    }
}
