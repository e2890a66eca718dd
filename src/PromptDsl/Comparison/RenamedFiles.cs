using PromptDsl.Comparison.Matching;
using PromptDsl.Text;

namespace PromptDsl.Comparison;

/// <summary>Finds files that have another path: those that say the same, then those that mostly do.</summary>
public static class RenamedFiles
{
    private const double EnoughInCommon = 0.6;

    // The time grows with the product.
    private const int MaxComparisons = 20_000;

    /// <summary>The earlier path of each renamed file, by the later one.</summary>
    public static Dictionary<string, string> Find(
        IEnumerable<(string Path, SourceText Text)> gone,
        IEnumerable<(string Path, SourceText Text)> come
    )
    {
        List<(string Path, SourceText Text)> left = [.. gone.OrderBy(f => f.Path, StringComparer.Ordinal)];
        List<(string Path, SourceText Text)> right = [.. come.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if ((long)left.Count * right.Count > MaxComparisons)
        {
            return names;
        }

        var candidates =
            from b in left
            from a in right
            let similarity = Similarity.OfTexts(b.Text.Text, a.Text.Text)
            where similarity >= EnoughInCommon
            orderby similarity descending
            select (Before: b.Path, After: a.Path);
        foreach ((string before, string after) in candidates)
        {
            if (!names.ContainsKey(after) && !names.ContainsValue(before))
            {
                names.Add(after, before);
            }
        }

        return names;
    }
}
