using System.Globalization;
using System.Text;
using PromptDsl.Text.Composition;

namespace PromptDsl.Syntax;

/// <summary>What may be a name.</summary>
public static class Identifiers
{
    /// <summary>Whether the text is one identifier: a letter or <c>_</c>, then letters, digits, <c>_</c>, <c>-</c>.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > Lexer.MaxIdentifierLength)
        {
            return false;
        }

        bool first = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!(first ? IsStart(rune) : IsPart(rune)))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    /// <summary>The text with everything that no name can hold turned into hyphens, normalized.</summary>
    public static string ToIdentifier(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPart(rune))
            {
                builder.Append(rune.ToString());
            }
            else if (builder.Length > 0 && builder[^1] != '-')
            {
                builder.Append('-');
            }
        }

        return Normalize(builder.ToString().Trim('-'));
    }

    /// <summary>Names are equal when their NFC forms are: some systems write 가 as two characters.</summary>
    internal static string Normalize(string name) => CanonicalComposition.Compose(name);

    internal static bool IsPart(Rune rune) => IsStart(rune) || rune.Value is '-' || IsDigitOrMark(rune);

    internal static bool IsStart(Rune rune) => rune.Value == '_' || IsLetter(Rune.GetUnicodeCategory(rune));

    private static bool IsDigitOrMark(Rune rune) =>
        rune.IsAscii
            ? Rune.IsDigit(rune)
            : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber;
}
