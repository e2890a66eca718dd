using System.Globalization;
using System.Text;
using PromptDsl.Cli.Terminal;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>One line of source as a terminal shows it, and where each code unit stands in it.</summary>
internal sealed class DisplayLine
{
    private const int TabWidth = 4;
    private const string Ellipsis = "…";

    // Of each code unit, and of the end of the line: its first cell.
    private readonly int[] _cells;
    private readonly List<(string Text, int Cell)> _parts = [];
    private readonly int _start;

    public DisplayLine(SourceText source, int line)
    {
        _start = source.Lines.StartOf(line);
        int end = source.Lines.EndOf(line);
        while (end > _start && source.Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        string text = source.ToString(TextSpan.FromBounds(_start, end));
        _cells = new int[text.Length + 1];
        int cell = 0;
        int position = 0;
        while (position < text.Length)
        {
            int length = ClusterLength(text, position);
            (string shown, int width) = Show(text, position, length, cell);
            _parts.Add((shown, cell));
            Array.Fill(_cells, cell, position, length);
            cell += width;
            position += length;
        }

        _cells[text.Length] = cell;
    }

    /// <summary>The number of cells of the whole line.</summary>
    public int Width => _cells[^1];

    /// <summary>The cells from the first marked one up to the one after the last; at least one.</summary>
    public (int From, int To) CellsOf(TextSpan span)
    {
        int from = _cells[Math.Clamp(span.Start - _start, 0, _cells.Length - 1)];
        int to = _cells[Math.Clamp(span.End - _start, 0, _cells.Length - 1)];
        return (from, Math.Max(to, from + 1));
    }

    /// <summary>The first cell after the indentation.</summary>
    public int Indentation => _parts.Find(p => !string.IsNullOrWhiteSpace(p.Text)).Cell;

    /// <summary>The cells of a window, with an ellipsis where something is cut off.</summary>
    public string Render(int from, int to)
    {
        var builder = new StringBuilder(Math.Min(Width, to - from) + 8);
        builder.Append(from > 0 ? Ellipsis : "");
        int filled = from;
        foreach ((string text, int cell) in _parts)
        {
            if (cell >= from && cell < to)
            {
                // A wide character that the window cuts in half leaves blank cells.
                builder.Append(' ', Math.Max(0, cell - filled)).Append(text);
                filled = cell + DisplayWidth.Of(text);
            }
        }

        return builder.Append(to < Width ? Ellipsis : "").ToString().TrimEnd();
    }

    private static int ClusterLength(string text, int position)
    {
        // An escaped character must not be swallowed by the cluster of its neighbour.
        int length = StringInfo.GetNextTextElementLength(text, position);
        for (int i = 0; i < length; i += SafeText.LengthAt(text, position + i))
        {
            if (SafeText.EscapeOf(text, position + i) is not null)
            {
                return i > 0 ? i : SafeText.LengthAt(text, position);
            }
        }

        return length;
    }

    private static (string Text, int Width) Show(string text, int position, int length, int cell)
    {
        if (text[position] == '\t')
        {
            int width = TabWidth - (cell % TabWidth);
            return (new string(' ', width), width);
        }

        if (text[position] == '\uFEFF')
        {
            return ("", 0);
        }

        if (SafeText.EscapeOf(text, position) is { } escape)
        {
            return (escape, escape.Length);
        }

        string cluster = text.Substring(position, length);
        int shown = DisplayWidth.Of(cluster);

        // A combining character without a base needs a cell to stand on.
        return shown == 0 ? (" " + cluster, 1) : (cluster, shown);
    }
}
