using System.Collections.Immutable;

namespace PromptDsl.Linting.Layout;

/// <summary>
/// Tells whether things can be put in order on one axis. Places are dense, so a set of links can be
/// satisfied just when it has no cycle and no chain leads from a thing that begins at or after the end of
/// the zone of the last one. The time is in proportion to the things and links.
/// </summary>
internal sealed class LayoutSolver
{
    /// <summary>From how many things on a circle a shorter one is looked for.</summary>
    private const int MostStarts = 64;

    private readonly IReadOnlyList<LayoutZone> _zones;
    private readonly ILookup<int, LayoutLink> _byEarlier;

    private LayoutSolver(IReadOnlyList<LayoutZone> zones, IEnumerable<LayoutLink> links)
    {
        _zones = zones;
        _byEarlier = links.ToLookup(l => l.Earlier);
    }

    /// <summary>
    /// A chain of links that cannot hold though each part of it can, or nothing when all can. It is the shortest
    /// one unless more than 64 things stand on circles.
    /// </summary>
    public static ImmutableArray<LayoutLink> Conflict(
        IReadOnlyList<LayoutZone> zones,
        IReadOnlyCollection<LayoutLink> links
    )
    {
        if (links.Count == 0)
        {
            return [];
        }

        var solver = new LayoutSolver(zones, links);
        return solver
            .ChainsOutOfZones()
            .Append(solver.Circle(links))
            .Where(c => !c.IsEmpty)
            .DefaultIfEmpty([])
            .MinBy(c => c.Length);
    }

    // Zones end at few places; for each the search begins with all things that begin at or after it.
    private IEnumerable<ImmutableArray<LayoutLink>> ChainsOutOfZones()
    {
        foreach (int end in _zones.Select(z => z.To).Distinct())
        {
            int[] starts = [.. Enumerable.Range(0, _zones.Count).Where(i => _zones[i].From >= end)];
            yield return ShortestChain(starts, thing => _zones[thing].To <= end);
        }
    }

    private ImmutableArray<LayoutLink> Circle(IReadOnlyCollection<LayoutLink> links)
    {
        ImmutableArray<LayoutLink> shortest = [];
        foreach (int start in OnCircles(links).Take(MostStarts))
        {
            ImmutableArray<LayoutLink> circle = ShortestChain([start], thing => thing == start);
            if (!circle.IsEmpty && (shortest.IsEmpty || circle.Length < shortest.Length))
            {
                shortest = circle;
            }
        }

        return shortest;
    }

    /// <summary>
    /// Things on circles: first those of one circle, then those that are left when what nothing leads to, or what
    /// leads nowhere, is taken away again and again.
    /// </summary>
    private IEnumerable<int> OnCircles(IReadOnlyCollection<LayoutLink> links)
    {
        HashSet<int> left = Core(links);
        if (left.Count == 0)
        {
            return [];
        }

        // Whoever goes on from thing to thing comes round in the end.
        var path = new List<int>();
        var passed = new HashSet<int>();
        int at = left.First();
        while (passed.Add(at))
        {
            path.Add(at);
            at = _byEarlier[at].First(l => left.Contains(l.Later)).Later;
        }

        return path.SkipWhile(i => i != at).Concat(left).Distinct();
    }

    private static HashSet<int> Core(IReadOnlyCollection<LayoutLink> links)
    {
        HashSet<int> all = [.. links.Select(l => l.Earlier), .. links.Select(l => l.Later)];
        HashSet<int> left = Peel(all, links.Select(l => (From: l.Earlier, To: l.Later)));
        return Peel(left, links.Select(l => (From: l.Later, To: l.Earlier)));
    }

    /// <summary>What is left when everything that nothing leads to is taken away again and again.</summary>
    private static HashSet<int> Peel(HashSet<int> things, IEnumerable<(int From, int To)> links)
    {
        ILookup<int, int> next = links
            .Where(l => things.Contains(l.From) && things.Contains(l.To))
            .ToLookup(l => l.From, l => l.To);
        Dictionary<int, int> leading = things.ToDictionary(t => t, _ => 0);
        foreach (int target in next.SelectMany(g => g))
        {
            leading[target]++;
        }

        var free = new Queue<int>(things.Where(t => leading[t] == 0));
        HashSet<int> left = [.. things];
        while (free.TryDequeue(out int thing))
        {
            left.Remove(thing);
            foreach (int target in next[thing])
            {
                if (--leading[target] == 0)
                {
                    free.Enqueue(target);
                }
            }
        }

        return left;
    }

    // Breadth first, so that the first chain found is the shortest.
    private ImmutableArray<LayoutLink> ShortestChain(int[] starts, Func<int, bool> isEnd)
    {
        var cameBy = new Dictionary<int, LayoutLink>();
        HashSet<int> begun = [.. starts];
        var queue = new Queue<int>(starts);
        while (queue.TryDequeue(out int at))
        {
            foreach (LayoutLink link in _byEarlier[at])
            {
                if (isEnd(link.Later))
                {
                    return ChainTo(link, begun, cameBy);
                }

                if (!begun.Contains(link.Later) && cameBy.TryAdd(link.Later, link))
                {
                    queue.Enqueue(link.Later);
                }
            }
        }

        return [];
    }

    private static ImmutableArray<LayoutLink> ChainTo(
        LayoutLink last,
        HashSet<int> starts,
        Dictionary<int, LayoutLink> cameBy
    )
    {
        var chain = new List<LayoutLink> { last };
        while (!starts.Contains(chain[^1].Earlier))
        {
            chain.Add(cameBy[chain[^1].Earlier]);
        }

        chain.Reverse();
        return [.. chain];
    }
}
