namespace PromptDsl.Text.Composition;

/// <summary>The syllables of Hangul and what they are made of, The Unicode Standard 3.12.</summary>
internal static class HangulSyllables
{
    private const int FirstInitial = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFinals = 0x11A7;
    private const int FirstSyllable = 0xAC00;
    private const int Initials = 19;
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>The syllable of an initial and a vowel, or of a syllable without a final and one; else null.</summary>
    public static int? Compose(int first, int second) =>
        IsIn(first, FirstInitial, Initials) && IsIn(second, FirstVowel, Vowels)
            ? FirstSyllable + ((((first - FirstInitial) * Vowels) + (second - FirstVowel)) * Finals)
        : IsSyllable(first) && FinalOf(first) == 0 && IsFinal(second) ? first + (second - BeforeFinals)
        : null;

    /// <summary>What <see cref="Compose"/> makes a syllable of; null for anything else.</summary>
    public static (int First, int Second)? Decompose(int codePoint)
    {
        if (!IsSyllable(codePoint))
        {
            return null;
        }

        int final = FinalOf(codePoint);
        int open = (codePoint - FirstSyllable) / Finals;
        return final == 0
            ? (FirstInitial + (open / Vowels), FirstVowel + (open % Vowels))
            : (codePoint - final, BeforeFinals + final);
    }

    /// <summary>Whether it is a vowel or a final that a syllable can go on with.</summary>
    public static bool CanFollow(int codePoint) => IsIn(codePoint, FirstVowel, Vowels) || IsFinal(codePoint);

    private static bool IsSyllable(int codePoint) => IsIn(codePoint, FirstSyllable, Initials * Vowels * Finals);

    private static bool IsFinal(int codePoint) => IsIn(codePoint, BeforeFinals + 1, Finals - 1);

    private static int FinalOf(int syllable) => (syllable - FirstSyllable) % Finals;

    private static bool IsIn(int codePoint, int first, int count) => codePoint >= first && codePoint < first + count;
}
