using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>
/// The order in which objects are introduced: that of the source, but an object after those that say
/// where it is. Where objects say it of each other, the source decides.
/// </summary>
internal static class IntroductionOrder
{
    /// <summary>Whether a relation says where a thing is; the others say what it does.</summary>
    public static bool IsSpatial(Relation relation) => relation.Kind is not ("facing" or "holding" or "wearing");

    public static List<ObjectThing> Of(ImmutableArray<Thing> things)
    {
        var ordered = new List<ObjectThing>();
        var byName = new Dictionary<string, ObjectThing>(StringComparer.Ordinal);
        foreach (Thing thing in things)
        {
            if (thing is ObjectThing { Name: { } name } named)
            {
                byName.TryAdd(name, named);
            }
        }

        var visited = new HashSet<ObjectThing>(ReferenceEqualityComparer.Instance);
        foreach (ObjectThing thing in things.OfType<ObjectThing>())
        {
            Visit(thing, byName, visited, ordered);
        }

        return ordered;
    }

    private static void Visit(
        ObjectThing thing,
        Dictionary<string, ObjectThing> byName,
        HashSet<ObjectThing> visited,
        List<ObjectThing> ordered
    )
    {
        if (!visited.Add(thing))
        {
            return;
        }

        foreach (Relation relation in thing.Relations)
        {
            if (!IsSpatial(relation))
            {
                continue;
            }

            foreach (BoundValue target in relation.Targets)
            {
                if (target is NameValue name && byName.TryGetValue(name.Name, out ObjectThing? other))
                {
                    Visit(other, byName, visited, ordered);
                }
            }
        }

        ordered.Add(thing);
    }
}
