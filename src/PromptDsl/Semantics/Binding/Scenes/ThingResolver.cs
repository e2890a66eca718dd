using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Looks up the names in relations, callouts and keep lists among what a stage can see.</summary>
internal sealed class ThingResolver(
    DiagnosticBag diagnostics,
    IReadOnlyDictionary<string, Thing> visible,
    IReadOnlySet<string> references
)
{
    /// <summary>Every named thing, those inside regions and cells too; a name given twice is reported.</summary>
    public static ImmutableDictionary<string, Thing> Collect(IEnumerable<Thing> things, DiagnosticBag diagnostics)
    {
        var names = ImmutableDictionary.CreateBuilder<string, Thing>(StringComparer.Ordinal);
        foreach (Thing thing in All(things))
        {
            if (thing.Name is null)
            {
                continue;
            }

            if (names.TryGetValue(thing.Name, out Thing? first))
            {
                diagnostics.Add(
                    PlacementDiagnostics.DuplicateName(thing.Place, first.Place, thing.Name, inLoop: false)
                );
            }
            else
            {
                names.Add(thing.Name, thing);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>The things and those inside them, in order.</summary>
    public static IEnumerable<Thing> All(IEnumerable<Thing> things)
    {
        foreach (Thing thing in things)
        {
            yield return thing;
            IEnumerable<Thing> inside = thing switch
            {
                RegionThing region => region.Content.Things,
                GridThing grid => (grid.Each?.Things ?? []).Concat(grid.Cells.SelectMany(c => c.Things)),
                _ => [],
            };
            foreach (Thing inner in All(inside))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The visible thing of a name.</summary>
    public Thing Find(string name) => visible[name];

    public ImmutableArray<Thing> Resolve(ImmutableArray<Thing> things) => [.. things.Select(Resolve)];

    private Thing Resolve(Thing thing) =>
        thing switch
        {
            ObjectThing o => o with { Relations = Resolve(o.Relations), Fields = ResolveSource(o.Fields) },
            TextThing t => t with { Relations = Resolve(t.Relations) },
            RegionThing r => r with { Relations = Resolve(r.Relations), Content = Resolve(r.Content) },
            GridThing g => g with
            {
                Each = g.Each is null ? null : Resolve(g.Each),
                Cells = [.. g.Cells.Select(Resolve)],
            },
            TableThing t => t with { Relations = Resolve(t.Relations) },
            CalloutThing c => c with { Fields = ResolveTarget(c.Fields) },
            _ => thing,
        };

    private AreaContent Resolve(AreaContent area) => area with { Things = Resolve(area.Things) };

    private ImmutableArray<Relation> Resolve(ImmutableArray<Relation> relations) =>
        [.. relations.Select(r => r with { Targets = Resolve(r.Targets, r.Kind) }).Where(r => !r.Targets.IsEmpty)];

    private ImmutableArray<BoundValue> Resolve(ImmutableArray<BoundValue> targets, string key) =>
        [.. targets.Select(t => Resolve(t, key)).OfType<BoundValue>()];

    /// <summary>The name of a visible thing, words as they are, or null after a report.</summary>
    /// <param name="key">The key that names it, for messages.</param>
    public BoundValue? Resolve(BoundValue value, string key)
    {
        switch (value)
        {
            case NameValue name when visible.ContainsKey(name.Name):
                return name;
            case NameValue { Alternative: TextValue text } name:
                string held = Identifiers.ToIdentifier(text.Text.Plain);
                return visible.ContainsKey(held) ? new NameValue(held, name.Place) : text;
            case NameValue name:
                string? suggestion = Suggestion.For(name.Name, visible.Keys);
                diagnostics.Add(ValueDiagnostics.UnknownThing(name.Place, name.Name, key, suggestion));
                return null;
            case TextValue text when text.Text.Runs.Length > 0:
                // In a loop a name with a slot stands in quotation marks: `on: "shelf-${n}"`.
                bool hasSlot = text.Place.Text.Contains("${", StringComparison.Ordinal);
                string spoken = Identifiers.ToIdentifier(text.Text.Plain);
                return hasSlot && visible.ContainsKey(spoken) ? new NameValue(spoken, text.Place) : text;
            case ErrorValue:
                return null;
            default:
                return value;
        }
    }

    private FieldSet ResolveTarget(FieldSet fields) =>
        Replace(
            fields,
            "target",
            value =>
                value is ListValue list ? list with { Items = Resolve(list.Items, "target") } : Resolve(value, "target")
        );

    private FieldSet ResolveSource(FieldSet fields) =>
        Replace(
            fields,
            "from",
            value =>
            {
                if (value is not NameValue name || references.Contains(name.Name))
                {
                    return value;
                }

                if (
                    name.Alternative is TextValue text
                    && Identifiers.ToIdentifier(text.Text.Plain) is var held
                    && references.Contains(held)
                )
                {
                    return new NameValue(held, name.Place);
                }

                diagnostics.Add(
                    ValueDiagnostics.UnknownThing(name.Place, name.Name, "from", Suggestion.For(name.Name, references))
                );
                return null;
            }
        );

    private static FieldSet Replace(FieldSet fields, string key, Func<BoundValue, BoundValue?> resolve)
    {
        if (fields.Find(key) is not { } field)
        {
            return fields;
        }

        BoundValue? resolved = resolve(field.Value);
        return new FieldSet([
            .. fields
                .Where(f => f.Key != key || resolved is not null)
                .Select(f => f.Key == key ? f with { Value = resolved! } : f),
        ]);
    }
}
