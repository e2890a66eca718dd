using System.Collections.Immutable;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Passages;

/// <summary>What is in a scene at any depth, in order: what fills a thing follows the thing.</summary>
internal static class SceneWalk
{
    /// <summary>All things, each with the innermost area that it stands in; null for the picture itself.</summary>
    public static IEnumerable<(Thing Thing, AreaContent? Area)> Things(Scene scene) => Things(scene.Things, null);

    /// <summary>The areas: what fills regions and cells, and what cells have in common.</summary>
    public static IEnumerable<AreaContent> Areas(Scene scene) => Things(scene).SelectMany(t => AreasOf(t.Thing));

    /// <summary>The things that stand side by side: those of the picture itself, and those of each area.</summary>
    public static IEnumerable<ImmutableArray<Thing>> Groups(Scene scene) =>
        Areas(scene).Select(a => a.Things).Prepend(scene.Things);

    private static IEnumerable<(Thing Thing, AreaContent? Area)> Things(ImmutableArray<Thing> things, AreaContent? area)
    {
        foreach (Thing thing in things)
        {
            yield return (thing, area);
            foreach (AreaContent inner in AreasOf(thing))
            {
                foreach ((Thing, AreaContent?) held in Things(inner.Things, inner))
                {
                    yield return held;
                }
            }
        }
    }

    private static IEnumerable<AreaContent> AreasOf(Thing thing) =>
        thing switch
        {
            RegionThing region => [region.Content],
            GridThing { Each: { } each } grid => grid.Cells.Prepend(each),
            GridThing grid => grid.Cells,
            _ => [],
        };
}
