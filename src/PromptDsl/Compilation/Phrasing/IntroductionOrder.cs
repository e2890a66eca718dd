using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>
/// The order in which objects are introduced: that of the source, but an object after those that say
/// where it is. Where objects say it of each other, the source decides.
/// </summary>
internal sealed class IntroductionOrder
{
    private readonly ImmutableArray<ObjectThing> _objects;

    /// <summary>The objects that a name says the place of.</summary>
    private readonly Dictionary<string, List<int>> _placedBy = new(StringComparer.Ordinal);

    /// <summary>By how many names, not introduced yet, the place of each object is said.</summary>
    private readonly int[] _waitsFor;

    private readonly bool[] _isIntroduced;
    private readonly PriorityQueue<int, int> _ready = new();

    private IntroductionOrder(ImmutableArray<ObjectThing> objects)
    {
        _objects = objects;
        _waitsFor = new int[objects.Length];
        _isIntroduced = new bool[objects.Length];
        foreach (ObjectThing named in objects.Where(o => o.Name is not null))
        {
            _placedBy.TryAdd(named.Name!, []);
        }
    }

    /// <summary>Whether a relation says where a thing is; the others say what it does.</summary>
    public static bool IsSpatial(Relation relation) => relation.Kind is not ("facing" or "holding" or "wearing");

    public static ImmutableArray<ObjectThing> Of(ImmutableArray<Thing> things) =>
        new IntroductionOrder([.. things.OfType<ObjectThing>()]).Sort();

    private ImmutableArray<ObjectThing> Sort()
    {
        for (int i = 0; i < _objects.Length; i++)
        {
            ReadPlaces(i);
        }

        var ordered = ImmutableArray.CreateBuilder<ObjectThing>(_objects.Length);
        for (int first = 0; first < _objects.Length; first++)
        {
            IntroduceReady(ordered);

            // What is left goes round in circles.
            Introduce(first, ordered);
        }

        return ordered.MoveToImmutable();
    }

    private void ReadPlaces(int index)
    {
        foreach (Relation relation in _objects[index].Relations.Where(IsSpatial))
        {
            foreach (NameValue target in relation.Targets.OfType<NameValue>())
            {
                if (_placedBy.TryGetValue(target.Name, out List<int>? placed))
                {
                    placed.Add(index);
                    _waitsFor[index]++;
                }
            }
        }

        if (_waitsFor[index] == 0)
        {
            _ready.Enqueue(index, index);
        }
    }

    private void IntroduceReady(ImmutableArray<ObjectThing>.Builder ordered)
    {
        while (_ready.TryDequeue(out int index, out _))
        {
            Introduce(index, ordered);
        }
    }

    private void Introduce(int index, ImmutableArray<ObjectThing>.Builder ordered)
    {
        if (_isIntroduced[index])
        {
            return;
        }

        _isIntroduced[index] = true;
        ordered.Add(_objects[index]);
        if (_objects[index].Name is not { } name || !_placedBy.Remove(name, out List<int>? placed))
        {
            return;
        }

        foreach (int waiting in placed)
        {
            if (--_waitsFor[waiting] == 0)
            {
                _ready.Enqueue(waiting, waiting);
            }
        }
    }
}
