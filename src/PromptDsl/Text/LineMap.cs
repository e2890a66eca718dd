using System.Collections.Immutable;

namespace PromptDsl.Text;

/// <summary>Where each line of a text starts. LF, CRLF and a lone CR end a line.</summary>
public sealed class LineMap
{
    private readonly ImmutableArray<int> _starts;
    private readonly int _length;

    internal LineMap(string text)
    {
        _length = text.Length;
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        int position = 0;
        while (true)
        {
            int offset = text.AsSpan(position).IndexOfAny('\n', '\r');
            if (offset < 0)
            {
                break;
            }

            position += offset + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            starts.Add(position);
        }

        _starts = starts.ToImmutable();
    }

    /// <summary>The number of lines; a text that ends in a newline has an empty last line.</summary>
    public int Count => _starts.Length;

    /// <summary>The position of the first code unit of a zero-based line.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>The end of a zero-based line, its line break included.</summary>
    public int EndOf(int line) => line + 1 < _starts.Length ? _starts[line + 1] : _length;

    /// <summary>The zero-based line that holds a position.</summary>
    public int LineAt(int position)
    {
        int index = _starts.BinarySearch(position);
        return index >= 0 ? index : ~index - 1;
    }

    public LinePosition PositionAt(int position)
    {
        int line = LineAt(position);
        return new LinePosition(line, position - _starts[line]);
    }
}
