using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Text;

namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>Breaks a text into lines: at spaces, and inside a word only where it is wider than a line.</summary>
internal static class TextFlow
{
    /// <summary>The lines, none wider than the columns; null when a word or the number of lines does not fit.</summary>
    public static ImmutableArray<string>? TryWrap(string text, int columns, int maxLines)
    {
        if (text.Split(' ', '\n').Any(word => DisplayWidth.Of(word) > columns))
        {
            return null;
        }

        ImmutableArray<string> lines = Wrap(text, columns, maxLines);
        return lines.Length <= maxLines ? lines : null;
    }

    /// <summary>As many lines as are allowed; the last ends in "…" when there is more.</summary>
    public static ImmutableArray<string> Truncate(string text, int columns, int maxLines)
    {
        if (columns < 2 || maxLines < 1)
        {
            return [];
        }

        ImmutableArray<string> lines = Wrap(text, columns, maxLines);
        return lines.Length <= maxLines
            ? lines
            : [.. lines.Take(maxLines - 1), Cut(lines[maxLines - 1], columns - 1).TrimEnd() + "…"];
    }

    // Not much more than is wanted: a text may be far longer than what fits.
    private static ImmutableArray<string> Wrap(string text, int columns, int wanted)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (lines.Count > wanted)
                {
                    return lines.ToImmutable();
                }

                Add(word, line, lines, Math.Max(2, columns), wanted);
            }

            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }
        }

        return lines.ToImmutable();
    }

    private static void Add(
        string word,
        StringBuilder line,
        ImmutableArray<string>.Builder lines,
        int columns,
        int wanted
    )
    {
        string current = line.ToString();
        if (current.Length > 0 && DisplayWidth.Of(current) + 1 + DisplayWidth.Of(word) > columns)
        {
            lines.Add(current);
            line.Clear();
        }
        else if (current.Length > 0)
        {
            line.Append(' ');
        }

        string rest = word;
        while (lines.Count <= wanted && DisplayWidth.Of(rest) > columns)
        {
            string head = Cut(rest, columns);
            lines.Add(head);
            rest = rest[head.Length..];
        }

        line.Append(rest);
    }

    /// <summary>The beginning that fits, at least one character.</summary>
    private static string Cut(string text, int columns)
    {
        int end = 0;
        int width = 0;
        while (end < text.Length)
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            width += DisplayWidth.Of(text.AsSpan(end, length));
            if (width > columns && end > 0)
            {
                break;
            }

            end += length;
        }

        return text[..end];
    }
}
