using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Layout;

/// <summary>The relations between things of one area: positions in different areas are not comparable.</summary>
internal sealed class ThingRelations
{
    private readonly ILookup<string, ThingRelation> _byKind;

    public ThingRelations(ImmutableArray<Thing> things)
    {
        var indexes = things
            .Select((thing, index) => (thing.Name, Index: index))
            .Where(t => t.Name is not null)
            .DistinctBy(t => t.Name)
            .ToDictionary(t => t.Name!, t => t.Index, StringComparer.Ordinal);
        _byKind = things
            .SelectMany((thing, index) => thing.Relations.Select(r => (Relation: r, Index: index)))
            .SelectMany(
                r => r.Relation.Targets.OfType<NameValue>().Where(t => indexes.ContainsKey(t.Name)),
                (r, target) => new ThingRelation(r.Relation, r.Index, indexes[target.Name])
            )
            .ToLookup(r => r.Relation.Kind, StringComparer.Ordinal);
    }

    /// <summary>The relations of some kinds, kind by kind.</summary>
    public ImmutableArray<ThingRelation> Of(params string[] kinds) => [.. kinds.SelectMany(k => _byKind[k])];
}
