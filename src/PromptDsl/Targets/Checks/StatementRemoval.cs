using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>What is to be taken out of a text so that a property and its separator are gone.</summary>
internal static class StatementRemoval
{
    /// <summary>
    /// The property with its comma, or its whole line; null when key and value do not stand side by side,
    /// as when the value comes out of a list of variations.
    /// </summary>
    public static TextSpan? SpanOf(Field field)
    {
        (SourceText source, TextSpan key) = (field.KeyPlace.Source, field.KeyPlace.Span);
        TextSpan value = field.Value.Place.Span;
        string text = source.Text;
        if (
            !ReferenceEquals(source, field.Value.Place.Source)
            || value.Start < key.End
            || text.AsSpan(key.End, value.Start - key.End).Trim() is not ":"
        )
        {
            return null;
        }

        (int start, int end) = (key.Start, value.End);
        int next = SkipBlanks(text, end);
        bool hasComma = next < text.Length && text[next] == ',';
        end = hasComma ? SkipBlanks(text, next + 1) : end;
        int before = start;
        while (before > 0 && text[before - 1] is ' ' or '\t')
        {
            before--;
        }

        bool endsLine = SkipBlanks(text, end) is var last && (last == text.Length || text[last] is '\r' or '\n');
        if (endsLine && (before == 0 || text[before - 1] is '\n'))
        {
            return TextSpan.FromBounds(before, SkipLineEnd(text, last));
        }

        if (!hasComma && before > 0 && text[before - 1] == ',')
        {
            return TextSpan.FromBounds(before - 1, end);
        }

        return TextSpan.FromBounds(start, hasComma ? end : next);
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static int SkipLineEnd(string text, int position)
    {
        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        return position < text.Length && text[position] == '\n' ? position + 1 : position;
    }
}
