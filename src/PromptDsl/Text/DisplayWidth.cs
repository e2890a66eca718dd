using System.Buffers;
using System.Globalization;
using System.Text;

namespace PromptDsl.Text;

/// <summary>How many columns a text takes in a terminal or an editor with a fixed-width font.</summary>
public static class DisplayWidth
{
    private const int FirstRegionalIndicator = 0x1F1E6;
    private const int LastRegionalIndicator = 0x1F1FF;
    private const int EmojiPresentationSelector = 0xFE0F;

    /// <summary>
    /// The number of columns: Hangul, Han, Kana, full-width forms and emoji take two, combining
    /// marks and invisible characters none, everything else one. What a reader sees as one character
    /// (a family of emoji, a flag, a letter with its marks) is counted once. A control character
    /// counts one, for whoever draws it shows a replacement. Allocates nothing.
    /// </summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        int width = 0;
        while (!text.IsEmpty)
        {
            int length = StringInfo.GetNextTextElementLength(text);
            width += OfCluster(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>A cluster is as wide as its widest character, since the others are drawn over or into it.</summary>
    private static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] < 128)
        {
            return 1;
        }

        int width = 0;
        int first = -1;
        int regionalIndicators = 0;
        while (!cluster.IsEmpty)
        {
            // A surrogate without its partner is drawn as one replacement character, as U+FFFD is.
            OperationStatus status = Rune.DecodeFromUtf16(cluster, out Rune rune, out int length);
            cluster = cluster[(status == OperationStatus.Done ? length : 1)..];
            first = first < 0 ? rune.Value : first;
            regionalIndicators += rune.Value is >= FirstRegionalIndicator and <= LastRegionalIndicator ? 1 : 0;
            bool isEmojiStyle = rune.Value == EmojiPresentationSelector && HasEmojiStyle(first);
            width = Math.Max(width, isEmojiStyle || regionalIndicators == 2 ? 2 : OfRune(rune));
        }

        return width;
    }

    private static int OfRune(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
            ? 0
        : EastAsianWidth.IsWide(rune.Value) ? 2
        : 1;

    /// <summary>Whether U+FE0F turns a character into a picture: keycaps, ©, ®, and the symbols from ‼ on.</summary>
    private static bool HasEmojiStyle(int value) =>
        value is '#' or '*' or >= '0' and <= '9' or 0xA9 or 0xAE or >= 0x203C;
}
