using System.Collections.Immutable;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison.Reports;

/// <summary>Cuts compared texts down to what changed and what is next to it.</summary>
internal static class Excerpt
{
    // As much as tells a reader where he is.
    private const int Context = 60;

    /// <summary>The lines with a change; a null stands for lines that are left out.</summary>
    public static IEnumerable<ImmutableArray<TextSegment>?> Lines(ImmutableArray<TextSegment> segments)
    {
        bool isLeftOut = false;
        foreach (ImmutableArray<TextSegment> line in Split(segments))
        {
            if (line.Any(s => s.Kind != SegmentKind.Same && !string.IsNullOrWhiteSpace(s.Text)))
            {
                isLeftOut = false;
                yield return Shorten(line);
            }
            else if (!isLeftOut && line.Any(s => s.Text.Length > 0))
            {
                isLeftOut = true;
                yield return null;
            }
        }
    }

    /// <summary>The text with long parts that are the same cut out.</summary>
    public static ImmutableArray<TextSegment> Shorten(ImmutableArray<TextSegment> segments) =>
        [.. segments.Select((s, i) => s.Kind == SegmentKind.Same ? Shorten(s, i > 0, i < segments.Length - 1) : s)];

    private static TextSegment Shorten(TextSegment segment, bool follows, bool precedes)
    {
        int head = follows ? Context : 0;
        int tail = precedes ? Context : 0;
        string text = segment.Text;
        if (text.Length <= head + tail + Context)
        {
            return segment;
        }

        string start = text[..Before(text, head)];
        string end = text[Before(text, text.Length - tail)..];
        return segment with { Text = $"{start}…{end}" };
    }

    /// <summary>The last position up to a limit where a word ends.</summary>
    private static int Before(string text, int limit)
    {
        int blank = limit is 0 || limit == text.Length ? limit : text.LastIndexOf(' ', limit);
        return blank > 0 || limit == 0 ? blank
            : char.IsLowSurrogate(text[limit]) ? limit - 1
            : limit;
    }

    private static IEnumerable<ImmutableArray<TextSegment>> Split(ImmutableArray<TextSegment> segments)
    {
        var line = ImmutableArray.CreateBuilder<TextSegment>();
        foreach (TextSegment segment in segments)
        {
            string[] parts = segment.Text.Split('\n');
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    yield return line.ToImmutable();
                    line.Clear();
                }

                if (parts[i].Length > 0)
                {
                    line.Add(segment with { Text = parts[i] });
                }
            }
        }

        yield return line.ToImmutable();
    }
}
