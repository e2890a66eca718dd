using System.Collections.Immutable;
using PromptDsl.Linting.Layout;
using Xunit;

namespace PromptDsl.Tests.Linting.Layout;

public class LayoutSolverTests
{
    private static readonly string?[] Positions = [null, "left", "center", "right", "top"];

    /// <summary>Every set of up to four links between three things, at every position: placed on a row, or refused.</summary>
    [Fact]
    public void It_refuses_just_what_cannot_be_placed()
    {
        (int, int)[] pairs = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)];
        foreach (string? a in Positions)
        {
            foreach (string? b in Positions)
            {
                foreach (string? c in Positions)
                {
                    ImmutableArray<LayoutZone> zones = [.. new[] { a, b, c }.Select(LayoutAxis.Horizontal.ZoneOf)];
                    for (int set = 0; set < 1 << pairs.Length; set++)
                    {
                        LayoutLink[] links =
                        [
                            .. pairs
                                .Where((_, i) => (set >> i & 1) == 1)
                                .Select((p, i) => new LayoutLink(p.Item1, p.Item2, i)),
                        ];
                        ImmutableArray<LayoutLink> conflict = LayoutSolver.Conflict(zones, links);
                        Assert.True(
                            conflict.IsEmpty == CanBePlaced(zones, links),
                            $"{a} {b} {c}: {string.Join(' ', links)}"
                        );
                        AssertIsMinimal(zones, conflict);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_longer_chain_is_found_over_things_without_a_position()
    {
        ImmutableArray<LayoutZone> zones =
        [
            LayoutAxis.Horizontal.ZoneOf("right"),
            LayoutAxis.Horizontal.ZoneOf(null),
            LayoutAxis.Horizontal.ZoneOf("top"),
            LayoutAxis.Horizontal.ZoneOf("left"),
        ];
        LayoutLink[] links = [new(0, 2, 0), new(2, 1, 1), new(1, 3, 2)];
        Assert.False(CanBePlaced(zones, links));
        Assert.NotEmpty(LayoutSolver.Conflict(zones, links));
    }

    /// <summary>Things in a row, on one circle, and on circles of two: what is looked at grows as they do.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public void Work_is_in_proportion_to_the_things(int step, int closed)
    {
        long few = ReadsFor(500, step, closed);
        long many = ReadsFor(4000, step, closed);
        Assert.InRange(many, 0, few * 12);
    }

    private static long ReadsFor(int count, int step, int closed)
    {
        var zones = new CountingZones(count);
        LayoutLink[] links =
        [
            .. Enumerable
                .Range(0, count - 1 + closed)
                .Select(i => new LayoutLink(i, step == 1 ? (i + 1) % count : i ^ 1, i)),
        ];
        LayoutSolver.Conflict(zones, links);
        return zones.Reads;
    }

    // A chain that is reported is wrong by itself, and no part of it is.
    private static void AssertIsMinimal(ImmutableArray<LayoutZone> zones, ImmutableArray<LayoutLink> conflict)
    {
        if (!conflict.IsEmpty)
        {
            Assert.False(CanBePlaced(zones, conflict));
            Assert.All(conflict, l => Assert.True(CanBePlaced(zones, conflict.Remove(l))));
        }
    }

    private static bool CanBePlaced(ImmutableArray<LayoutZone> zones, IReadOnlyCollection<LayoutLink> links) =>
        Place(zones, links, new int[zones.Length], 0);

    private static bool Place(
        ImmutableArray<LayoutZone> zones,
        IReadOnlyCollection<LayoutLink> links,
        int[] places,
        int next
    )
    {
        if (next == zones.Length)
        {
            return true;
        }

        for (int place = zones[next].From; place <= zones[next].To; place++)
        {
            places[next] = place;
            bool holds = links
                .Where(l => Math.Max(l.Earlier, l.Later) == next)
                .All(l => places[l.Earlier] < places[l.Later]);
            if (holds && Place(zones, links, places, next + 1))
            {
                return true;
            }
        }

        return false;
    }
}
