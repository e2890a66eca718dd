using System.Globalization;

namespace PromptDsl.Linting.Scanning;

/// <summary>Which script a character belongs to, by the blocks of the Unicode Standard 16.0.</summary>
internal static class WritingScripts
{
    private static readonly (char First, char Last, WritingScript Script)[] Blocks =
    [
        // The longest blocks of everyday text first; the rest by code point.
        ('\uAC00', '\uD7A3', WritingScript.Hangul),
        ('A', 'Z', WritingScript.Latin),
        ('a', 'z', WritingScript.Latin),
        ('\u00C0', '\u024F', WritingScript.Latin),
        ('\u0370', '\u03FF', WritingScript.Greek),
        ('\u0400', '\u052F', WritingScript.Cyrillic),
        ('\u0590', '\u05FF', WritingScript.Hebrew),
        ('\u0600', '\u077F', WritingScript.Arabic),
        ('\u08A0', '\u08FF', WritingScript.Arabic),
        // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala.
        ('\u0900', '\u0DFF', WritingScript.Indic),
        ('\u0E00', '\u0E7F', WritingScript.Thai),
        ('\u0E80', '\u0EFF', WritingScript.Lao),
        ('\u0F00', '\u0FFF', WritingScript.Tibetan),
        ('\u1000', '\u109F', WritingScript.Burmese),
        ('\u1100', '\u11FF', WritingScript.Hangul),
        ('\u1200', '\u139F', WritingScript.Ethiopic),
        ('\u1780', '\u17FF', WritingScript.Khmer),
        ('\u1E00', '\u1EFF', WritingScript.Latin),
        ('\u1F00', '\u1FFF', WritingScript.Greek),
        ('\u3040', '\u30FF', WritingScript.Kana),
        ('\u3130', '\u318F', WritingScript.Hangul),
        ('\u31F0', '\u31FF', WritingScript.Kana),
        ('\u3400', '\u4DBF', WritingScript.Han),
        ('\u4E00', '\u9FFF', WritingScript.Han),
        ('\uF900', '\uFAFF', WritingScript.Han),
        ('\uFB1D', '\uFB4F', WritingScript.Hebrew),
        ('\uFB50', '\uFDFF', WritingScript.Arabic),
        ('\uFE70', '\uFEFC', WritingScript.Arabic),
    ];

    /// <summary>The script of a letter or a mark; whatever is neither is <see cref="WritingScript.Other"/>.</summary>
    public static WritingScript Of(char c)
    {
        if (char.IsLetter(c) || IsMark(c))
        {
            foreach ((char first, char last, WritingScript script) in Blocks)
            {
                if (c >= first && c <= last)
                {
                    return script;
                }
            }
        }

        return WritingScript.Other;
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether the script is one of those that Chinese, Japanese and Korean are written in.</summary>
    public static bool IsEastAsian(this WritingScript script) =>
        script is WritingScript.Hangul or WritingScript.Kana or WritingScript.Han;

    /// <summary>Whether the script is written from right to left.</summary>
    public static bool IsRightToLeft(this WritingScript script) =>
        script is WritingScript.Hebrew or WritingScript.Arabic;
}
