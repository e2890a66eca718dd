namespace PromptDsl.Text;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int MaxLength = 64;

    /// <summary>More names than a person gives; a file with thousands of unknown ones is answered in time.</summary>
    private const int MaxCandidates = 128;

    /// <summary>
    /// The closest candidate by edit distance (insertion, deletion, substitution, transposition of
    /// neighbours), at most a third of the longer name away; none when nothing is that close.
    /// </summary>
    public static string? For(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates.Take(MaxCandidates))
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            int limit = Math.Min(bestDistance - 1, Math.Max(1, Math.Max(name.Length, candidate.Length) / 3));
            if (Math.Min(name.Length, candidate.Length) < 2 || Math.Abs(name.Length - candidate.Length) > limit)
            {
                continue;
            }

            int distance = Distance(name, candidate, limit);
            if (distance <= limit)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The restricted Damerau-Levenshtein distance, case ignored; beyond the limit any larger number.</summary>
    internal static int Distance(string a, string b, int limit = MaxLength)
    {
        if (a.Length > MaxLength || b.Length > MaxLength)
        {
            return int.MaxValue;
        }

        // Names that differ in a number share most of their letters.
        int same = a.AsSpan().CommonPrefixLength(b);
        (a, b) = (a[same..].ToLowerInvariant(), b[same..].ToLowerInvariant());

        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            // What is further off the diagonal than the limit is further away, too.
            current.Fill(MaxLength);
            current[0] = i;
            for (int j = Math.Max(1, i - limit); j <= Math.Min(b.Length, i + limit); j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int value = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                current[j] = value;
            }

            Span<int> free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }
}
