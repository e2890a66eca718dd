using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>Finds the spots of things that stand together from their positions and relations.</summary>
internal sealed class SpotFinder
{
    private const int LongestChain = 256;

    private readonly Dictionary<string, Thing> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Thing, Spot> _spots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Thing> _open = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Thing, Thing> _hosts = new(ReferenceEqualityComparer.Instance);

    public SpotFinder(ImmutableArray<Thing> things)
    {
        foreach (Thing thing in things.Where(t => t.Name is not null))
        {
            _byName.TryAdd(thing.Name!, thing);
        }

        foreach (Thing thing in things)
        {
            FindGuests(thing);
        }
    }

    /// <summary>The thing that a thing is inside of, or that holds or wears it; it has no spot of its own.</summary>
    public Thing? HostOf(Thing thing) => _hosts.GetValueOrDefault(thing);

    /// <summary>Where a thing is meant to be; relations that run in a circle, or on and on, end in the middle.</summary>
    public Spot Find(Thing thing)
    {
        if (_spots.TryGetValue(thing, out Spot known))
        {
            return known;
        }

        if (_open.Count == LongestChain || !_open.Add(thing))
        {
            return Spot.Center;
        }

        Spot spot = Spot.Of(thing) ?? FromRelations(thing);
        _open.Remove(thing);
        _spots[thing] = spot;
        return spot;
    }

    private Spot FromRelations(Thing thing)
    {
        Spot? across = null;
        Spot? down = null;
        foreach (Relation relation in thing.Relations)
        {
            if (Spot.Step(relation.Kind) is not { } step || Target(relation) is not { } target)
            {
                continue;
            }

            Spot from = Find(_hosts.GetValueOrDefault(target, target));
            if (step.Columns != 0)
            {
                int towardsTarget = -Math.Sign(step.Columns);
                across ??= new Spot(from.Column + step.Columns, from.Row, true, towardsTarget);
            }
            else
            {
                // Lettering stays by what it is above or below; an object may widen, as a lake beneath a cabin does.
                down ??= new Spot(from.Column, from.Row + step.Rows, from.IsFirm && thing is TextThing, from.Alignment);
            }
        }

        return (across, down) switch
        {
            ({ } a, { } d) => a with { Row = d.Row },
            _ => across ?? down ?? Spot.Center,
        };
    }

    private void FindGuests(Thing thing)
    {
        foreach (Relation relation in thing.Relations)
        {
            foreach (Thing target in relation.Targets.OfType<NameValue>().Select(Named).OfType<Thing>())
            {
                if (relation.Kind == "inside")
                {
                    AddGuest(thing, target);
                }
                else if (relation.Kind is "holding" or "wearing")
                {
                    AddGuest(target, thing);
                }
            }
        }
    }

    // A thing with a place of its own keeps it, and no thing is inside itself, however indirectly.
    private void AddGuest(Thing guest, Thing host)
    {
        bool isCircle = false;
        for (Thing? outer = host; outer is not null; outer = HostOf(outer))
        {
            isCircle |= ReferenceEquals(outer, guest);
        }

        if (
            guest is ObjectThing or TextThing
            && host is ObjectThing or RegionThing
            && Spot.Of(guest) is null
            && !isCircle
        )
        {
            _hosts.TryAdd(guest, host);
        }
    }

    private Thing? Target(Relation relation) =>
        relation.Targets.OfType<NameValue>().Select(Named).FirstOrDefault(t => t is not null);

    private Thing? Named(NameValue value) => _byName.GetValueOrDefault(value.Name);
}
