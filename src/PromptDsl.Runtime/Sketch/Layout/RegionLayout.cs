using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>
/// Divides an area among regions: those at an edge take a strip of their share, those at a corner a
/// quarter, and the others what is left.
/// </summary>
internal sealed class RegionLayout
{
    private const double DefaultShare = 1.0 / 3;

    private readonly List<PlacedThing> _placed = [];
    private readonly Box _area;
    private readonly ImmutableArray<RegionThing> _regions;

    public RegionLayout(ImmutableArray<RegionThing> regions, Box area)
    {
        _regions = regions;
        _area = area;
        Rest = area;
        TakeEdges("top", "background");
        TakeEdges("bottom", "foreground");
        TakeEdges("left");
        TakeEdges("right");
        TakeCorners();
        TakeRest();
    }

    public IReadOnlyList<PlacedThing> Placed => _placed;

    /// <summary>What no region takes; empty when they fill the area.</summary>
    public Box Rest { get; private set; }

    private void TakeEdges(params string[] places)
    {
        foreach (RegionThing region in At(places))
        {
            double share = Share(region) ?? ShareOfOpposites(places[0]);
            int height = Math.Min(Rest.Height, (int)Math.Round(_area.Height * share));
            int width = Math.Min(Rest.Width, (int)Math.Round(_area.Width * share));
            (Box box, Rest) = places[0] switch
            {
                "top" => (
                    new Box(Rest.X, Rest.Y, Rest.Width, height),
                    Box.FromEdges(Rest.X, Rest.Y + height, Rest.Right, Rest.Bottom)
                ),
                "bottom" => (
                    new Box(Rest.X, Rest.Bottom - height, Rest.Width, height),
                    new Box(Rest.X, Rest.Y, Rest.Width, Rest.Height - height)
                ),
                "left" => (
                    new Box(Rest.X, Rest.Y, width, Rest.Height),
                    Box.FromEdges(Rest.X + width, Rest.Y, Rest.Right, Rest.Bottom)
                ),
                _ => (
                    new Box(Rest.Right - width, Rest.Y, width, Rest.Height),
                    new Box(Rest.X, Rest.Y, Rest.Width - width, Rest.Height)
                ),
            };
            _placed.Add(new PlacedThing(region, box, 0));
        }
    }

    /// <summary>Two halves when nothing is between two opposite edges, else thirds.</summary>
    private double ShareOfOpposites(string place)
    {
        ImmutableArray<string> axis = place is "top" or "bottom" ? ["top", "bottom"] : ["left", "right"];
        return axis.All(p => At([p]).Any()) && _regions.Length == 2 ? 0.5 : DefaultShare;
    }

    private void TakeCorners()
    {
        Box whole = Rest;
        foreach (RegionThing region in At(["top-left", "top-right", "bottom-left", "bottom-right"]))
        {
            double side = Math.Sqrt(Share(region) ?? 0.25);
            string at = region.Fields.Word("at")!;
            int width = (int)Math.Round(whole.Width * side);
            int height = (int)Math.Round(whole.Height * side);
            int x = at.EndsWith("left", StringComparison.Ordinal) ? whole.X : whole.Right - width;
            int y = at.StartsWith("top", StringComparison.Ordinal) ? whole.Y : whole.Bottom - height;
            _placed.Add(new PlacedThing(region, new Box(x, y, width, height), 0));
            Rest = Largest(Rest, new Box(x, y, width, height));
        }
    }

    private void TakeRest()
    {
        List<RegionThing> others = [];
        foreach (RegionThing region in _regions.Where(r => _placed.TrueForAll(p => !ReferenceEquals(p.Thing, r))))
        {
            others.Insert(Order(region, others), region);
        }

        if (others.Count == 0)
        {
            return;
        }

        bool isRow = others.Exists(r => r.Relations.Any(x => x.Kind is "left-of" or "right-of" or "next-to"));
        double[] weights = [.. others.Select(r => Share(r) ?? DefaultShare)];
        Box[] boxes = isRow ? Rest.Columns(weights, 0) : Rest.Rows(weights, 0);
        _placed.AddRange(others.Select((r, i) => new PlacedThing(r, boxes[i], 0)));
        Rest = new Box(Rest.X, Rest.Y, 0, 0);
    }

    /// <summary>Where a region goes among those before it: in front of a target that it is above or left of.</summary>
    private static int Order(RegionThing region, List<RegionThing> others)
    {
        foreach (Relation relation in region.Relations)
        {
            int target = others.FindIndex(o => relation.Targets.OfType<NameValue>().Any(n => n.Name == o.Name));
            if (target >= 0)
            {
                return relation.Kind is "above" or "left-of" or "behind" ? target : target + 1;
            }
        }

        return others.Count;
    }

    private IEnumerable<RegionThing> At(string[] places) =>
        _regions.Where(r => r.Fields.Word("at") is { } at && places.Contains(at, StringComparer.Ordinal));

    private static double? Share(RegionThing region) =>
        region.Fields["share"] is PercentValue share ? Math.Clamp((double)share.Percent / 100, 0.05, 1) : null;

    /// <summary>The larger of the strips that a corner leaves beside and beneath or above itself.</summary>
    private static Box Largest(Box rest, Box corner)
    {
        Box beside =
            corner.X <= rest.X
                ? Box.FromEdges(corner.Right, rest.Y, rest.Right, rest.Bottom)
                : Box.FromEdges(rest.X, rest.Y, corner.X, rest.Bottom);
        Box along =
            corner.Y <= rest.Y
                ? Box.FromEdges(rest.X, corner.Bottom, rest.Right, rest.Bottom)
                : Box.FromEdges(rest.X, rest.Y, rest.Right, corner.Y);
        return beside.Width * beside.Height >= along.Width * along.Height ? beside : along;
    }
}
