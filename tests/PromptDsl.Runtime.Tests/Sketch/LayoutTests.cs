using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Layout;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

public sealed class LayoutTests
{
    private static readonly Box Area = new(10, 20, 800, 600);

    [Theory]
    [InlineData("left-of", -1, 0)]
    [InlineData("right-of", 1, 0)]
    [InlineData("next-to", 1, 0)]
    [InlineData("above", 0, -1)]
    [InlineData("below", 0, 1)]
    [InlineData("behind", 0, -1)]
    [InlineData("on", 0, -1)]
    [InlineData("in-front-of", 0, 1)]
    public void A_relation_puts_a_thing_beside_its_target(string relation, int across, int down)
    {
        Dictionary<string, Box> boxes = Arrange(
            $$"""
            object one "a house" { at: center }
            object two "a tree" { {{relation}}: one }
            """
        );

        Assert.Equal(across, Compare(boxes["two"].X, boxes["two"].Right, boxes["one"].X, boxes["one"].Right));
        Assert.Equal(down, Compare(boxes["two"].Y, boxes["two"].Bottom, boxes["one"].Y, boxes["one"].Bottom));
    }

    [Fact]
    public void Every_position_has_a_place_of_its_own()
    {
        string things = string.Join(
            '\n',
            LanguageSchema
                .Positions.Where(p => p != "midground")
                .Select(p => $"object {p}-thing \"a thing\" {{ at: {p} }}")
        );

        Dictionary<string, Box> boxes = Arrange(things);

        AssertApart([.. boxes.Values]);
        Assert.True(boxes["top-left-thing"].Right <= boxes["top-right-thing"].X);
        Assert.True(boxes["top-thing"].Bottom <= boxes["background-thing"].Y);
        Assert.True(boxes["background-thing"].Bottom <= boxes["center-thing"].Y);
        Assert.True(boxes["center-thing"].Bottom <= boxes["foreground-thing"].Y);
        Assert.True(boxes["foreground-thing"].Bottom <= boxes["bottom-thing"].Y);
    }

    [Fact]
    public void What_is_at_the_left_alone_stays_at_the_left()
    {
        Box box = Arrange("object one \"a house\" { at: left }")["one"];

        Assert.Equal(Area.X, box.X);
        Assert.True(box.Right < Area.Right - (Area.Width / 4));
    }

    [Fact]
    public void Things_without_places_share_the_area_and_never_overlap()
    {
        for (int count = 1; count <= 12; count++)
        {
            string things = string.Join(
                '\n',
                Enumerable.Range(0, count).Select(i => i % 4 == 3 ? $"text t{i} \"hello\"" : $"object o{i} \"a thing\"")
            );

            Dictionary<string, Box> boxes = Arrange(things);

            Assert.Equal(count, boxes.Count);
            AssertApart([.. boxes.Values]);
        }
    }

    [Fact]
    public void Lettering_widens_only_where_nothing_else_does()
    {
        Dictionary<string, Box> boxes = Arrange(
            """
            text one "left" { at: top-left }
            text two "right" { at: top-right }
            object three "a house" { at: bottom }
            """
        );

        AssertApart([.. boxes.Values]);
        Assert.True(boxes["one"].Width + boxes["two"].Width > Area.Width - 20);
    }

    [Fact]
    public void A_long_chain_of_relations_is_laid_out()
    {
        const int Count = 500;
        string things = string.Join(
            '\n',
            Enumerable.Range(0, Count).Select(i => $"object o{i} \"a thing\" {{ right-of: o{i + 1} }}")
        );

        Assert.Equal(Count + 1, Arrange($"{things}\nobject o{Count} \"the last\"").Count);
    }

    [Fact]
    public void What_is_held_worn_or_inside_has_no_place_of_its_own()
    {
        Dictionary<string, Thing> things = Things(
                """
                object girl "a girl" { at: left, holding: lamp, wearing: coat }
                object lamp "a lamp"
                object coat "a coat" { at: right }
                object jar "a jar"
                object fly "a fly" { inside: jar }
                """
            )
            .ToDictionary(t => t.Name!, StringComparer.Ordinal);
        SpotFinder spots = new([.. things.Values]);

        Assert.Same(things["girl"], spots.HostOf(things["lamp"]));
        Assert.Same(things["jar"], spots.HostOf(things["fly"]));
        Assert.Null(spots.HostOf(things["coat"]));
    }

    [Fact]
    public void Regions_take_their_shares_and_leave_nothing_between()
    {
        RegionLayout layout = new(
            [
                .. Things(
                        """
                        region head "a band" { at: top, share: 25% }
                        region foot "a button" { at: bottom, share: 20% }
                        region body "a list"
                        """
                    )
                    .OfType<RegionThing>(),
            ],
            Area
        );

        Box[] boxes = [.. layout.Placed.OrderBy(p => p.Box.Y).Select(p => p.Box)];
        Assert.Equal([150, 330, 120], boxes.Select(b => b.Height));
        Assert.All(boxes, b => Assert.Equal((Area.X, Area.Width), (b.X, b.Width)));
        Assert.Equal([Area.Y, Area.Y + 150, Area.Y + 480], boxes.Select(b => b.Y));
        Assert.True(layout.Rest.IsEmpty);
    }

    [Fact]
    public void Two_regions_opposite_each_other_are_halves()
    {
        RegionLayout layout = new(
            [.. Things("region a \"past\" { at: left }\nregion b \"present\" { at: right }").OfType<RegionThing>()],
            Area
        );

        Assert.Equal([new Box(10, 20, 400, 600), new Box(410, 20, 400, 600)], layout.Placed.Select(p => p.Box));
    }

    private static Dictionary<string, Box> Arrange(string details)
    {
        Thing[] things = Things(details);
        return SceneLayout
            .Arrange([.. things], new SpotFinder([.. things]), Area, 10, _ => false)
            .ToDictionary(p => p.Thing.Name!, p => p.Box, StringComparer.Ordinal);
    }

    private static Thing[] Things(string details) =>
        [.. Sketches.Compile($"content: poster\ndetails {{\n{details}\n}}\n")[0].Model.Scene.Things];

    /// <summary>−1 when one interval ends before another begins, 1 when it begins after, else 0.</summary>
    private static int Compare(int start, int end, int otherStart, int otherEnd) =>
        end <= otherStart ? -1
        : start >= otherEnd ? 1
        : 0;

    private static void AssertApart(Box[] boxes)
    {
        foreach (Box box in boxes)
        {
            Assert.False(box.IsEmpty);
            Assert.Equal(box, box.Intersect(Area));
            Assert.All(boxes.Where(b => b != box), other => Assert.True(box.Intersect(other).IsEmpty));
        }
    }
}
