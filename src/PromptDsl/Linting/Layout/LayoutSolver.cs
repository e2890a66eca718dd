using System.Collections.Immutable;

namespace PromptDsl.Linting.Layout;

/// <summary>
/// Tells whether things can be put in order on one axis. Places are dense, so a set of links can be
/// satisfied just when it has no cycle and no chain leads from a thing that begins at or after the end of
/// the zone of the last one.
/// </summary>
internal static class LayoutSolver
{
    /// <summary>The shortest chain of links that cannot hold, or nothing when all can.</summary>
    public static ImmutableArray<LayoutLink> ShortestConflict(
        IReadOnlyList<LayoutZone> zones,
        IReadOnlyCollection<LayoutLink> links
    )
    {
        ImmutableArray<LayoutLink> shortest = [];
        ILookup<int, LayoutLink> byEarlier = links.ToLookup(l => l.Earlier);
        for (int start = 0; start < zones.Count; start++)
        {
            ImmutableArray<LayoutLink> chain = ShortestFrom(start, zones, byEarlier);
            if (!chain.IsEmpty && (shortest.IsEmpty || chain.Length < shortest.Length))
            {
                shortest = chain;
            }
        }

        return shortest;
    }

    // Breadth first, so that the first chain found is the shortest.
    private static ImmutableArray<LayoutLink> ShortestFrom(
        int start,
        IReadOnlyList<LayoutZone> zones,
        ILookup<int, LayoutLink> links
    )
    {
        var cameBy = new Dictionary<int, LayoutLink>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out int at))
        {
            foreach (LayoutLink link in links[at])
            {
                if (!cameBy.TryAdd(link.Later, link))
                {
                    continue;
                }

                if (link.Later == start || zones[start].From >= zones[link.Later].To)
                {
                    return ChainTo(link, start, cameBy);
                }

                queue.Enqueue(link.Later);
            }
        }

        return [];
    }

    private static ImmutableArray<LayoutLink> ChainTo(LayoutLink last, int start, Dictionary<int, LayoutLink> cameBy)
    {
        var chain = new List<LayoutLink> { last };
        while (chain[^1].Earlier != start)
        {
            chain.Add(cameBy[chain[^1].Earlier]);
        }

        chain.Reverse();
        return [.. chain];
    }
}
