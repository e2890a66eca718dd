using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.References;

/// <summary>Where a stage speaks of a picture.</summary>
internal static class ReferenceUse
{
    /// <summary>Whether a text of the stage names the picture, or an object is made from it.</summary>
    public static bool IsNamed(StageContext context, string name) =>
        context.Passages.Any(p => p.Text.Runs.Any(r => r.Picture == name))
        || Objects(context.Stage.Scene.Things).Any(o => o.Fields["from"] is NameValue from && from.Name == name);

    private static IEnumerable<ObjectThing> Objects(IEnumerable<Thing> things) =>
        things.SelectMany(t =>
            t switch
            {
                ObjectThing item => [item],
                RegionThing region => Objects(region.Content.Things),
                GridThing grid => grid.Cells.Append(grid.Each).OfType<AreaContent>().SelectMany(c => Objects(c.Things)),
                _ => (IEnumerable<ObjectThing>)[],
            }
        );
}
