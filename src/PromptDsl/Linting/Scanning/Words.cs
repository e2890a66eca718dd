using System.Collections.Frozen;
using PromptDsl.Text;

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

    /// <summary>Where the words are, in order: runs of letters and digits, with the apostrophes within them.</summary>
    public static IEnumerable<TextSpan> Spans(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord = i < text.Length && (IsLetter(text[i]) || (start >= 0 && IsApostrophe(text, i)));
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return TextSpan.FromBounds(start, i);
                start = -1;
            }
        }
    }

    /// <summary>The same, where what a hyphen joins is one word: "two-storey".</summary>
    public static IEnumerable<TextSpan> JoinedSpans(string text)
    {
        TextSpan? word = null;
        foreach (TextSpan part in Spans(text))
        {
            bool goesOn = word is { } begun && begun.End + 1 == part.Start && text[begun.End] == '-';
            if (!goesOn && word is { } whole)
            {
                yield return whole;
            }

            word = goesOn ? TextSpan.Union(word!.Value, part) : part;
        }

        if (word is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The words in order, in lower case; what a hyphen joins is one word.</summary>
    public static IEnumerable<string> In(string text) =>
        JoinedSpans(text).Select(w => text.Substring(w.Start, w.Length).ToLowerInvariant());

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

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // At the end of a word it closes a quotation.
    private static bool IsApostrophe(string text, int position) =>
        text[position] is '\'' or '’' && position + 1 < text.Length && IsLetter(text[position + 1]);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
