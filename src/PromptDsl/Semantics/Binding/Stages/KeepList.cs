using System.Collections.Immutable;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Binding.Scenes;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Tells what an edit leaves as it is.</summary>
internal static class KeepList
{
    /// <summary>What <c>keep</c> lists; null when it is not said.</summary>
    public static ImmutableArray<KeptItem>? Said(BlockNode node, ThingResolver resolver) =>
        node.Find("keep") is { } keep
            ? [.. keep.Value.AsItems().Select(i => Read(i, resolver)).OfType<KeptItem>()]
            : null;

    /// <summary>
    /// By default the named objects and texts that are there, and words kept before, unless the change
    /// speaks of them. What the stage declares anew replaces what was there under the name.
    /// </summary>
    public static ImmutableArray<KeptItem> Default(
        IEnumerable<Thing> there,
        ImmutableArray<KeptItem> keptTexts,
        ImmutableDictionary<string, Thing> declaredAnew,
        ImmutableArray<AuthoredText> changes
    )
    {
        IEnumerable<KeptItem> things = ThingResolver
            .All(there)
            .Where(t => t is ObjectThing or TextThing && t.Name is not null && !declaredAnew.ContainsKey(t.Name))
            .GroupBy(t => t.Name!, StringComparer.Ordinal)
            .Select(g => new KeptItem(g.Last(), null, g.Last().Place));
        IEnumerable<KeptItem> words = keptTexts.Where(k =>
            !changes.Any(c => c.Plain.Contains(k.Text!.Plain, StringComparison.OrdinalIgnoreCase))
        );
        return [.. things, .. words];
    }

    private static KeptItem? Read(BoundValue value, ThingResolver resolver) =>
        resolver.Resolve(value, "keep") switch
        {
            NameValue name => new KeptItem(resolver.Find(name.Name), null, name.Place),
            TextValue text => new KeptItem(null, text.Text, text.Place),
            _ => null,
        };
}
