using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>What is taken out with a piece of source so that no blank line or blank is left behind.</summary>
internal static class LineEdits
{
    /// <summary>
    /// The piece with its whole line when nothing else stands on it, else with the blanks before it, or behind
    /// it at the beginning of a line.
    /// </summary>
    public static TextSpan Removal(SourceText source, TextSpan piece)
    {
        string text = source.Text;
        int start = piece.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        int end = piece.End;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        bool atLineStart = start == 0 || text[start - 1] is '\n' or '\r' or '\uFEFF';
        bool atLineEnd = end == text.Length || text[end] is '\n' or '\r';
        if (atLineStart && atLineEnd)
        {
            return TextSpan.FromBounds(start, source.Lines.EndOf(source.Lines.LineAt(piece.End)));
        }

        return atLineStart ? TextSpan.FromBounds(piece.Start, end) : TextSpan.FromBounds(start, piece.End);
    }
}
