using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting;

/// <summary>The things of a scene, wherever they stand.</summary>
internal static class SceneThings
{
    /// <summary>All things, those in regions and cells after the region or grid that holds them.</summary>
    public static IEnumerable<Thing> All(Scene scene) => scene.Things.SelectMany(WithInner);

    private static IEnumerable<Thing> WithInner(Thing thing)
    {
        IEnumerable<AreaContent> areas = thing switch
        {
            RegionThing region => [region.Content],
            GridThing { Each: { } each } grid => grid.Cells.Prepend(each),
            GridThing grid => grid.Cells,
            _ => [],
        };
        return areas.SelectMany(a => a.Things).SelectMany(WithInner).Prepend(thing);
    }
}
