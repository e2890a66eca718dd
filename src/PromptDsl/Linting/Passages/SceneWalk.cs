using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Passages;

/// <summary>What is in a scene at any depth, in order.</summary>
internal static class SceneWalk
{
    /// <summary>The areas that things hold: what fills regions, cells, and what cells have in common.</summary>
    public static IEnumerable<AreaContent> Areas(IEnumerable<Thing> things) =>
        things.SelectMany(AreasOf).SelectMany(a => Areas(a.Things).Prepend(a));

    /// <summary>Things and all that is in their areas, each with the innermost area that it stands in.</summary>
    public static IEnumerable<(Thing Thing, AreaContent? Area)> Things(IEnumerable<Thing> things) =>
        things
            .Select(t => (t, (AreaContent?)null))
            .Concat(Areas(things).SelectMany(a => a.Things.Select(t => (t, (AreaContent?)a))));

    private static IEnumerable<AreaContent> AreasOf(Thing thing) =>
        thing switch
        {
            RegionThing region => [region.Content],
            GridThing grid => grid.Cells.Append(grid.Each).OfType<AreaContent>(),
            _ => [],
        };
}
