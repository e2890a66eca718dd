using System.Collections.Frozen;

namespace PromptDsl.Linting.Scanning;

/// <summary>Words of a text, and small facts of grammar about them.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Prepositions = Set(
        "with",
        "of",
        "in",
        "on",
        "at",
        "by",
        "near",
        "from",
        "under",
        "over",
        "behind",
        "beside",
        "against",
        "through",
        "along",
        "across",
        "into",
        "onto",
        "above",
        "below",
        "inside",
        "outside",
        "around",
        "between",
        "beneath",
        "among",
        "without",
        "for",
        "to",
        "like",
        "beyond",
        "after",
        "before",
        "next",
        "and",
        "or",
        "but",
        "while",
        "that",
        "which",
        "who",
        "whose",
        "where",
        "as",
        "than"
    );

    private static readonly FrozenSet<string> Determiners = Set(
        "a",
        "an",
        "the",
        "some",
        "any",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their"
    );

    private static readonly char[] Particles =
    [
        '이',
        '가',
        '을',
        '를',
        '에',
        '의',
        '로',
        '와',
        '과',
        '은',
        '는',
        '도',
        '서',
        '고',
        '며',
    ];

    /// <summary>The words in order, in lower case, without punctuation.</summary>
    public static IEnumerable<string> In(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '-' or '’');
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    /// <summary>The word that a text begins with after white space, or nothing when punctuation comes first.</summary>
    public static string First(string text)
    {
        string trimmed = text.TrimStart();
        return trimmed.Length > 0 && char.IsLetterOrDigit(trimmed[0]) ? In(trimmed).First() : "";
    }

    /// <summary>The word that a text ends with before white space, or nothing when punctuation comes last.</summary>
    public static string Last(string text)
    {
        string trimmed = text.TrimEnd();
        return trimmed.Length > 0 && char.IsLetterOrDigit(trimmed[^1]) ? In(trimmed).Last() : "";
    }

    /// <summary>Whether an English word begins something new after a noun: a preposition, a conjunction, a relative.</summary>
    public static bool IsConnecting(string word) => Prepositions.Contains(word);

    public static bool IsDeterminer(string word) => Determiners.Contains(word);

    /// <summary>Whether a Korean word ends as one that stands in a relation to a later word: a particle or a link.</summary>
    public static bool HasParticle(string word) =>
        word.Length > 1 && Hangul.IsSyllable(word[^1]) && Particles.AsSpan().Contains(word[^1]);

    /// <summary>The word without the regular plural of English.</summary>
    public static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4
        && (
            word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
        )
            ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
