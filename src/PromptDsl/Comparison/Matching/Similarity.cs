using PromptDsl.Comparison.Meaning;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison.Matching;

/// <summary>How much of what is said about two elements is the same, from 0 to 1.</summary>
internal static class Similarity
{
    // What something is counts more than where it stands or which colour it has.
    private const int ValueWeight = 3;

    public static double Of(Element a, Element b)
    {
        if (a.Content == b.Content)
        {
            return 1;
        }

        double same = 0;
        double all = 0;
        void Count(double weight, double similarity)
        {
            all += weight;
            same += weight * similarity;
        }

        foreach (string key in a.Facts.Concat(b.Facts).Where(f => f.IsOwn).Select(f => f.Key).Distinct())
        {
            string? left = a.Find(key)?.Value.Key(Naming.AsWritten);
            string? right = b.Find(key)?.Value.Key(Naming.AsWritten);
            Count(key is "" or "change" ? ValueWeight : 1, left is null || right is null ? 0 : OfTexts(left, right));
        }

        if (a.Children.Count + b.Children.Count > 0)
        {
            Count(ValueWeight, Dice([.. a.Children.Select(c => c.Content)], [.. b.Children.Select(c => c.Content)]));
        }

        return all > 0 ? same / all : 0;
    }

    /// <summary>The share of words that two texts have in common.</summary>
    public static double OfTexts(string a, string b) => a == b ? 1 : Dice(WordsOf(a), WordsOf(b));

    private static List<string> WordsOf(string text) =>
        [.. WordTokens.Split(text).Where(t => t.Any(char.IsLetterOrDigit)).Select(t => t.ToLowerInvariant())];

    private static double Dice(List<string> a, List<string> b)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string item in a)
        {
            counts[item] = counts.GetValueOrDefault(item) + 1;
        }

        int common = 0;
        foreach (string item in b)
        {
            if (counts.GetValueOrDefault(item) > 0)
            {
                counts[item]--;
                common++;
            }
        }

        return a.Count + b.Count == 0 ? 0 : 2.0 * common / (a.Count + b.Count);
    }
}
