using System.Collections.Immutable;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>The things that share a spot.</summary>
internal sealed record SpotCell(Spot Spot, ImmutableArray<Thing> Things)
{
    /// <summary>Lettering, tables and grids stand under each other; objects fill a square.</summary>
    public int Columns =>
        Things.All(t => t is ObjectThing) && Things.Length > 1 ? (int)Math.Ceiling(Math.Sqrt(Things.Length)) : 1;

    public int Rows => (Things.Length + Columns - 1) / Columns;

    /// <summary>Its share of the height, as against an object's 1.</summary>
    public double Height => RowHeights.Sum();

    public double Width => 1 + (0.5 * (Columns - 1)) + (Things.Any(t => t is GridThing or TableThing) ? 1 : 0);

    public ImmutableArray<double> RowHeights =>
        [.. Enumerable.Range(0, Rows).Select(r => Things.Skip(r * Columns).Take(Columns).Max(HeightOf))];

    private static double HeightOf(Thing thing) =>
        thing switch
        {
            TextThing text => text.Fields.Word("size") switch
            {
                "large" => 0.6,
                "small" => 0.3,
                _ => 0.4,
            },
            TableThing => 1.8,
            GridThing => 4,
            _ => thing.Fields.Word("emphasis") switch
            {
                "high" => 1.2,
                "low" => 0.8,
                _ => 1,
            },
        };
}
