using System.Diagnostics.CodeAnalysis;
using PromptDsl.Comparison.Meaning;

namespace PromptDsl.Comparison.Matching;

/// <summary>Which elements of two versions are the same.</summary>
internal sealed class Matches
{
    private readonly Dictionary<Element, Element> _after = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Element, Element> _before = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Element Before, Element After)> _pairs = [];

    /// <summary>The pairs in the order in which they were found; grows while they are read.</summary>
    public IReadOnlyList<(Element Before, Element After)> Pairs => _pairs;

    public void Add(Element before, Element after)
    {
        _after.Add(before, after);
        _before.Add(after, before);
        _pairs.Add((before, after));
    }

    /// <summary>Whether an element of either version has been found in the other.</summary>
    public bool IsMatched(Element element) => _after.ContainsKey(element) || _before.ContainsKey(element);

    /// <summary>The later version of an element.</summary>
    public bool TryGetAfter(Element before, [NotNullWhen(true)] out Element? after) =>
        _after.TryGetValue(before, out after);

    /// <summary>The earlier version of an element.</summary>
    public bool TryGetBefore(Element after, [NotNullWhen(true)] out Element? before) =>
        _before.TryGetValue(after, out before);
}
