using System.Collections.Immutable;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Tells by its script which language a text is read in.</summary>
internal static class TextLanguages
{
    // Blocks of Unicode. A language that shares its script with others stands for all of them.
    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0370', '\u03FF', "ell"),
        ('\u0400', '\u052F', "rus"),
        ('\u0590', '\u05FF', "heb"),
        ('\u0600', '\u06FF', "ara"),
        ('\u0900', '\u097F', "hin"),
        ('\u0E00', '\u0E7F', "tha"),
        ('\u1100', '\u11FF', "kor"),
        ('\u3040', '\u30FF', "jpn"),
        ('\u3130', '\u318F', "kor"),
        ('\u4E00', '\u9FFF', "chi_sim"),
        ('\uAC00', '\uD7AF', "kor"),
    ];

    /// <summary>The languages of a text, at least one: English for Latin letters, digits and signs.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (char c in text)
        {
            string? language = Scripts.FirstOrDefault(s => c >= s.First && c <= s.Last).Language;
            if (language is not null || char.IsAsciiLetter(c))
            {
                languages.Add(language ?? "eng");
            }
        }

        return languages.Count == 0 ? ["eng"] : [.. languages];
    }
}
