using System.Text;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>
/// Composes syllables of Hangul, The Unicode Standard 3.12: some systems write 가 as two characters. The runtime does
/// not, as it knows no cultures here.
/// </summary>
internal static class HangulSyllables
{
    private const char FirstInitial = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char BeforeFinals = '\u11A7';
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';
    private const int Initials = 19;
    private const int Vowels = 21;
    private const int Finals = 28;

    public static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char before = composed.Length > 0 ? composed[^1] : '\0';
            if (IsIn(before, FirstInitial, Initials) && IsIn(c, FirstVowel, Vowels))
            {
                composed[^1] = (char)(
                    FirstSyllable + ((((before - FirstInitial) * Vowels) + (c - FirstVowel)) * Finals)
                );
            }
            else if (IsOpen(before) && c > BeforeFinals && IsIn(c, BeforeFinals, Finals))
            {
                composed[^1] = (char)(before + (c - BeforeFinals));
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static bool IsIn(char c, char first, int count) => c >= first && c < first + count;

    private static bool IsOpen(char c) =>
        c is >= FirstSyllable and <= LastSyllable && (c - FirstSyllable) % Finals == 0;
}
