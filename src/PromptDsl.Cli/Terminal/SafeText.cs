using System.Globalization;
using System.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>
/// Makes text harmless for a terminal: what could move the cursor, ring, colour or reorder the
/// line is written as an escape such as <c>\u{1B}</c>.
/// </summary>
internal static class SafeText
{
    /// <summary>The text with everything escaped that is not shown as itself; line breaks too.</summary>
    public static string Escape(string text)
    {
        int first = 0;
        while (first < text.Length && text[first] is >= ' ' and <= '~')
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        builder.Append(text, 0, first);
        int position = first;
        while (position < text.Length)
        {
            int length = LengthAt(text, position);
            builder.Append(EscapeOf(text, position) ?? text.Substring(position, length));
            position += length;
        }

        return builder.ToString();
    }

    /// <summary>The escaped lines of a text that may have several.</summary>
    public static IEnumerable<string> EscapeLines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(Escape);

    /// <summary>The escape of the character at a position; null when it may be shown as it is.</summary>
    public static string? EscapeOf(string text, int position)
    {
        char c = text[position];
        if (c is >= ' ' and <= '~')
        {
            return null;
        }

        if (!Rune.TryGetRuneAt(text, position, out Rune rune))
        {
            // A byte that is not UTF-8 is kept in the source text as U+DC80 to U+DCFF.
            return c is >= '\uDC80' and <= '\uDCFF' ? Format(@"\x{0:X2}", c - 0xDC00) : Format(@"\u{{{0:X4}}}", c);
        }

        return IsHarmful(rune.Value) ? Format(@"\u{{{0:X}}}", rune.Value) : null;
    }

    /// <summary>The number of code units of the character at a position.</summary>
    public static int LengthAt(string text, int position) =>
        Rune.TryGetRuneAt(text, position, out Rune rune) ? rune.Utf16SequenceLength : 1;

    private static string Format(string format, int value) =>
        string.Format(CultureInfo.InvariantCulture, format, value);

    private static bool IsHarmful(int rune) =>
        rune < 0x20
        || rune is >= 0x7F and <= 0x9F
        || rune is 0x061C or 0x200B or 0x200E or 0x200F
        || rune is >= 0x2028 and <= 0x202E
        || rune is >= 0x2060 and <= 0x206F
        || rune is 0xFEFF
        || rune is >= 0xFFF9 and <= 0xFFFB
        || rune is >= 0xE0000 and <= 0xE007F;
}
