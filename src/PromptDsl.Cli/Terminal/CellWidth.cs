using System.Globalization;
using System.Text;

namespace PromptDsl.Cli.Terminal;

/// <summary>How many cells of a terminal a text takes.</summary>
internal static class CellWidth
{
    /// <summary>The width of one grapheme cluster: that of its widest character.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        int width = 0;
        foreach (Rune rune in cluster.EnumerateRunes())
        {
            // The emoji variation selector asks for the wide picture of a narrow sign.
            width = rune.Value == 0xFE0F ? 2 : Math.Max(width, Of(rune));
        }

        return width;
    }

    /// <summary>The width of a text that has been made safe.</summary>
    public static int Of(string text)
    {
        int width = 0;
        int position = 0;
        while (position < text.Length)
        {
            int length = StringInfo.GetNextTextElementLength(text, position);
            width += OfCluster(text.AsSpan(position, length));
            position += length;
        }

        return width;
    }

    private static int Of(Rune rune)
    {
        int c = rune.Value;
        if (c < 0x300)
        {
            return 1;
        }

        if (c is >= 0x1160 and <= 0x11FF or 0x200D)
        {
            return 0;
        }

        if (
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
        )
        {
            return 0;
        }

        return IsWide(c) ? 2 : 1;
    }

    // The blocks that Unicode calls wide or fullwidth, and the pictures shown as emoji by default.
    private static bool IsWide(int c) =>
        c
            is >= 0x1100
                and <= 0x115F
                or 0x231A
                or 0x231B
                or >= 0x2E80
                and <= 0x303E
                or >= 0x3041
                and <= 0x33FF
                or >= 0x3400
                and <= 0x4DBF
                or >= 0x4E00
                and <= 0x9FFF
                or >= 0xA000
                and <= 0xA4CF
                or >= 0xA960
                and <= 0xA97F
                or >= 0xAC00
                and <= 0xD7A3
                or >= 0xF900
                and <= 0xFAFF
                or >= 0xFE30
                and <= 0xFE6F
                or >= 0xFF00
                and <= 0xFF60
                or >= 0xFFE0
                and <= 0xFFE6
                or >= 0x1F300
                and <= 0x1F64F
                or >= 0x1F680
                and <= 0x1F6FF
                or >= 0x1F900
                and <= 0x1F9FF
                or >= 0x1FA70
                and <= 0x1FAFF
                or >= 0x20000
                and <= 0x3FFFD;
}
