using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Which things a stage declares itself, and how often each thing is called in its text.</summary>
internal sealed class ThingMentions
{
    private readonly Dictionary<string, Thing> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);

    public ThingMentions(Stage stage)
    {
        Visit(stage.Scene.Things);
        if (stage.IsEdit)
        {
            foreach (KeptItem kept in stage.Keeps)
            {
                Count(kept.Thing?.Name);
            }
        }
    }

    public Thing? FindOwn(string name) => _own.GetValueOrDefault(name);

    public bool IsOwn(string name) => _own.ContainsKey(name);

    /// <summary>How often a thing is called by relations, callouts and the list of what is kept.</summary>
    public int CallsOf(string name) => _calls.GetValueOrDefault(name);

    private void Visit(ImmutableArray<Thing> things)
    {
        foreach (Thing thing in things)
        {
            Visit(thing);
        }
    }

    private void Visit(Thing thing)
    {
        if (thing.Name is not null)
        {
            _own.TryAdd(thing.Name, thing);
        }

        foreach (Relation relation in thing.Relations)
        {
            foreach (BoundValue target in relation.Targets)
            {
                Count((target as NameValue)?.Name);
            }
        }

        switch (thing)
        {
            case CalloutThing callout:
                foreach (BoundValue target in callout.Fields.Items("target"))
                {
                    Count((target as NameValue)?.Name);
                }

                break;
            case RegionThing region:
                Visit(region.Content.Things);
                break;
            case GridThing grid:
                Visit(grid.Each?.Things ?? []);
                foreach (AreaContent cell in grid.Cells)
                {
                    Visit(cell.Things);
                }

                break;
        }
    }

    private void Count(string? name)
    {
        if (name is not null)
        {
            _calls[name] = _calls.GetValueOrDefault(name) + 1;
        }
    }
}
