using PromptDsl.Comparison.Meaning;

namespace PromptDsl.Comparison.Matching;

/// <summary>
/// Finds the elements of one version in the other: by name where they stand, then by name anywhere,
/// then by what is said about them. The same pairs come out when the versions change places.
/// </summary>
internal sealed class ElementMatcher
{
    // Less than half in common is something else; out of another place, most must be the same.
    private const double EnoughHere = 0.5;
    private const double EnoughElsewhere = 0.75;

    // The time grows with the product; more than so many strangers are taken for new ones.
    private const int MaxComparisons = 20_000;

    private readonly Matches _matches = new();
    private readonly Element _before;
    private readonly Element _after;

    private ElementMatcher(Element before, Element after)
    {
        _before = before;
        _after = after;
    }

    public static Matches Match(Element before, Element after)
    {
        var matcher = new ElementMatcher(before, after);
        matcher.Add(before, after);
        matcher.MatchWholeFile();
        matcher.MatchAnywhere(ByName);
        matcher.MatchSimilarChildren();
        matcher.MatchAnywhere(BySimilarity(EnoughElsewhere));
        matcher.MatchSimilarChildren();
        return matcher._matches;
    }

    private delegate IEnumerable<(Element Before, Element After)> Pairing(List<Element> before, List<Element> after);

    /// <summary>Takes two for the same, and what is in them where it has the same name.</summary>
    private void Add(Element before, Element after)
    {
        if (_matches.IsMatched(before) || _matches.IsMatched(after))
        {
            return;
        }

        _matches.Add(before, after);
        ForEachKind(before.Children, after.Children, (b, a) => AddAll(Obvious(b, a)));
    }

    private void AddAll(IEnumerable<(Element Before, Element After)> pairs)
    {
        foreach ((Element before, Element after) in pairs)
        {
            Add(before, after);
        }
    }

    private static IEnumerable<(Element, Element)> Obvious(List<Element> before, List<Element> after) =>
        before[0].Identity switch
        {
            ElementIdentity.Only => before.Zip(after),
            ElementIdentity.Content => ByContent(before, after),
            ElementIdentity.Order => ByOrder(before, after),
            _ => ByName(before, after),
        };

    /// <summary>The one step of a file without stages is the first stage of a file with some.</summary>
    private void MatchWholeFile()
    {
        Element? before = _before.Children.Find(c => c.Kind == "stage");
        Element? after = _after.Children.Find(c => c.Kind == "stage");
        if (before is not null && after is not null && (before.Name is "" || after.Name is ""))
        {
            Add(before, after);
        }
    }

    private void MatchSimilarChildren()
    {
        for (int i = 0; i < _matches.Pairs.Count; i++)
        {
            (Element before, Element after) = _matches.Pairs[i];
            ForEachKind(
                before.Children,
                after.Children,
                (b, a) =>
                {
                    if (b[0].Identity == ElementIdentity.Name)
                    {
                        AddAll(BySimilarity(EnoughHere)(b, a));
                    }
                }
            );
        }
    }

    private void MatchAnywhere(Pairing pairing) =>
        ForEachKind(
            [.. _before.All().Where(e => e.Scope != NameScope.None)],
            [.. _after.All().Where(e => e.Scope != NameScope.None)],
            (b, a) => AddAll(pairing(b, a))
        );

    /// <summary>The elements of each kind that are not matched yet, where both versions have some.</summary>
    private void ForEachKind(List<Element> before, List<Element> after, Action<List<Element>, List<Element>> match)
    {
        ILookup<string, Element> later = after.Where(e => !_matches.IsMatched(e)).ToLookup(e => e.Kind);
        foreach (IGrouping<string, Element> kind in before.Where(e => !_matches.IsMatched(e)).GroupBy(e => e.Kind))
        {
            if (later[kind.Key].Any())
            {
                match([.. kind], [.. later[kind.Key]]);
            }
        }
    }

    private static IEnumerable<(Element, Element)> ByName(List<Element> before, List<Element> after) =>
        ByKey(before.Where(e => e.Name is not null), after.Where(e => e.Name is not null), e => e.Name!);

    private static IEnumerable<(Element, Element)> ByContent(IEnumerable<Element> before, IEnumerable<Element> after) =>
        ByKey(before, after, e => e.Content);

    /// <summary>Pairs the first of a key with the first, the second with the second, …</summary>
    private static IEnumerable<(Element, Element)> ByKey(
        IEnumerable<Element> before,
        IEnumerable<Element> after,
        Func<Element, string> key
    )
    {
        ILookup<string, Element> later = after.ToLookup(key);
        return before.GroupBy(key).SelectMany(g => g.Zip(later[g.Key])).ToList();
    }

    private static List<(Element Before, Element After)> ByOrder(List<Element> before, List<Element> after)
    {
        List<(Element Before, Element After)> pairs = [.. ByName(before, after)];
        pairs.AddRange(ByContent(Rest(before, pairs.Select(p => p.Before)), Rest(after, pairs.Select(p => p.After))));
        pairs.AddRange(
            Rest(before, pairs.Select(p => p.Before))
                .Where(e => e.Name is null)
                .Zip(Rest(after, pairs.Select(p => p.After)).Where(e => e.Name is null))
        );
        return pairs;
    }

    private static List<Element> Rest(List<Element> elements, IEnumerable<Element> taken)
    {
        HashSet<Element> known = [.. taken];
        return elements.FindAll(e => !known.Contains(e));
    }

    private static Pairing BySimilarity(double enough) =>
        (before, after) =>
        {
            List<(Element Before, Element After)> pairs = [.. ByContent(before, after)];
            List<Element> left = Rest(before, pairs.Select(p => p.Before));
            List<Element> right = Rest(after, pairs.Select(p => p.After));
            if ((long)left.Count * right.Count <= MaxComparisons)
            {
                pairs.AddRange(MostSimilar(left, right, enough));
            }

            return pairs;
        };

    private static IEnumerable<(Element, Element)> MostSimilar(List<Element> before, List<Element> after, double enough)
    {
        // Of equally good pairs the one that is nearer to the beginning, then nearer to its place,
        // counts: neither depends on which version is the earlier one.
        var candidates =
            from i in Enumerable.Range(0, before.Count)
            from j in Enumerable.Range(0, after.Count)
            let similarity = Similarity.Of(before[i], after[j])
            where similarity >= (before[i].Area == ChangeArea.Parameters ? 1 : enough)
            orderby similarity descending, i + j, Math.Abs(i - j)
            select (Before: before[i], After: after[j]);
        var taken = new HashSet<Element>();
        foreach ((Element left, Element right) in candidates)
        {
            if (!taken.Contains(left) && !taken.Contains(right))
            {
                taken.Add(left);
                taken.Add(right);
                yield return (left, right);
            }
        }
    }
}
