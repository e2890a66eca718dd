namespace PromptDsl.Text;

/// <summary>A set of positions, made of spans in any order that may overlap.</summary>
internal sealed class SpanSet
{
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public SpanSet(IEnumerable<TextSpan> spans)
    {
        foreach (TextSpan span in spans.OrderBy(s => s.Start))
        {
            if (_ends.Count > 0 && span.Start <= _ends[^1])
            {
                _ends[^1] = Math.Max(_ends[^1], span.End);
            }
            else
            {
                _starts.Add(span.Start);
                _ends.Add(span.End);
            }
        }
    }

    /// <summary>Whether the set holds a position of the span.</summary>
    public bool Overlaps(TextSpan span)
    {
        int index = _starts.BinarySearch(span.End - 1);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && _ends[index] > span.Start;
    }
}
