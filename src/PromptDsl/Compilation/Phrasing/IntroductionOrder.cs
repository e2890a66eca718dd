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
        List<ObjectThing> waiting = [.. things.OfType<ObjectThing>()];
        var ordered = new List<ObjectThing>(waiting.Count);
        var unsaid = new HashSet<string>(StringComparer.Ordinal);
        foreach (ObjectThing thing in waiting)
        {
            if (thing.Name is not null)
            {
                unsaid.Add(thing.Name);
            }
        }

        while (waiting.Count > 0)
        {
            int next = Math.Max(0, waiting.FindIndex(o => !IsPlacedBy(o, unsaid)));
            ObjectThing thing = waiting[next];
            waiting.RemoveAt(next);
            ordered.Add(thing);
            if (thing.Name is not null)
            {
                unsaid.Remove(thing.Name);
            }
        }

        return ordered;
    }

    private static bool IsPlacedBy(ObjectThing thing, HashSet<string> unsaid)
    {
        foreach (Relation relation in thing.Relations)
        {
            if (!IsSpatial(relation))
            {
                continue;
            }

            foreach (BoundValue target in relation.Targets)
            {
                if (target is NameValue name && unsaid.Contains(name.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
