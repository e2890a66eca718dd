using System.Globalization;
using System.Text;

namespace PromptDsl.Comparison.Words;

/// <summary>
/// Splits a text into what a reader sees as one: words, marks, white space. Hangul is written with
/// spaces, so that a word with its particle is one; Han and kana are not, so that each character is.
/// </summary>
internal static class WordTokens
{
    private enum Class
    {
        Word,
        Blank,
        Alone,
    }

    /// <summary>The parts in order; together they are the text.</summary>
    public static List<string> Split(string text)
    {
        var tokens = new List<string>();
        int start = 0;
        var last = Class.Alone;
        for (int position = 0; position < text.Length; )
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(position));
            Class current = ClassOf(text, position, length);
            if (position > start && (current != last || current == Class.Alone))
            {
                tokens.Add(text[start..position]);
                start = position;
            }

            last = current;
            position += length;
        }

        if (start < text.Length)
        {
            tokens.Add(text[start..]);
        }

        return tokens;
    }

    private static Class ClassOf(string text, int position, int length)
    {
        if (!Rune.TryGetRuneAt(text, position, out Rune rune) || rune.Value == '\n')
        {
            return Class.Alone;
        }

        if (Rune.IsWhiteSpace(rune))
        {
            return Class.Blank;
        }

        bool isColor = rune.Value == '#' && position + 1 < text.Length && char.IsAsciiHexDigit(text[position + 1]);
        bool isWord =
            isColor || (Rune.IsLetterOrDigit(rune) && !IsWrittenWithoutSpaces(rune.Value)) || rune.Value == '_';
        return isWord || IsInsideWord(text, position, length, rune) ? Class.Word : Class.Alone;
    }

    /// <summary>An apostrophe or a decimal point between letters or digits belongs to the word.</summary>
    private static bool IsInsideWord(string text, int position, int length, Rune rune) =>
        rune.Value is '\'' or '\u2019' or '.' or ','
        && position > 0
        && position + length < text.Length
        && IsJoined(rune.Value, text[position - 1], text[position + length]);

    private static bool IsJoined(int mark, char left, char right) =>
        mark is '.' or ','
            ? char.IsAsciiDigit(left) && char.IsAsciiDigit(right)
            : char.IsLetter(left) && char.IsLetter(right);

    private static bool IsWrittenWithoutSpaces(int rune) =>
        rune
            is >= 0x3040
                and <= 0x30FF
                or >= 0x3400
                and <= 0x9FFF
                or >= 0xF900
                and <= 0xFAFF
                or >= 0x20000
                and <= 0x3FFFF;
}
