using System.Collections;
using PromptDsl.Linting.Layout;

namespace PromptDsl.Tests.Linting.Layout;

/// <summary>The zones of things without a position; counts how often one is looked at.</summary>
internal sealed class CountingZones(int count) : IReadOnlyList<LayoutZone>
{
    private readonly LayoutZone _zone = LayoutAxis.Horizontal.ZoneOf(null);

    public long Reads { get; private set; }

    public int Count => count;

    public LayoutZone this[int index]
    {
        get
        {
            Reads++;
            return _zone;
        }
    }

    public IEnumerator<LayoutZone> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
