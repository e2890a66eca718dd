using PromptDsl.Text.Composition;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Looks for the words of a name in a description.</summary>
internal static class NameWords
{
    /// <summary>Whether a word of the name, which is in NFC, occurs in the description, so that the name is understood.</summary>
    public static bool OccurIn(string spokenName, string description)
    {
        description = CanonicalComposition.Compose(description);
        foreach (Range range in spokenName.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = spokenName.AsSpan(range);
            if (word.IndexOfAnyExceptInRange('0', '9') < 0)
            {
                continue;
            }

            if (Find(word, description) >= 0)
            {
                return true;
            }

            // "birches" is understood from "a birch", and the other way round.
            if (word.Length > 3 && word[^1] is 's' && Find(word[..^1], description) >= 0)
            {
                return true;
            }

            if (word.Length > 4 && word.EndsWith("es") && Find(word[..^2], description) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a word stands in a description, or -1. Letters of scripts with capitals must be whole words.</summary>
    public static int Find(ReadOnlySpan<char> word, ReadOnlySpan<char> description)
    {
        int from = 0;
        while (from <= description.Length - word.Length)
        {
            int found = description[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return -1;
            }

            int start = from + found;
            if (BeginsWord(word, description, start) && EndsWord(word, description, start + word.Length))
            {
                return start;
            }

            from = start + 1;
        }

        return -1;
    }

    private static bool BeginsWord(ReadOnlySpan<char> word, ReadOnlySpan<char> description, int start) =>
        start == 0 || !HasCase(word[0]) || !HasCase(description[start - 1]);

    private static bool EndsWord(ReadOnlySpan<char> word, ReadOnlySpan<char> description, int end)
    {
        ReadOnlySpan<char> rest = description[end..];
        return rest.IsEmpty || !HasCase(word[^1]) || !HasCase(rest[0]) || IsEnding(rest, "s") || IsEnding(rest, "es");
    }

    private static bool IsEnding(ReadOnlySpan<char> rest, string ending) =>
        rest.StartsWith(ending, StringComparison.OrdinalIgnoreCase)
        && (rest.Length == ending.Length || !HasCase(rest[ending.Length]));

    private static bool HasCase(char c) => char.IsUpper(c) || char.IsLower(c);
}
