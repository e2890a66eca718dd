namespace PromptDsl.Linting.Scanning;

/// <summary>Finds quoted parts of prose.</summary>
internal static class Quotations
{
    /// <summary>The parts between quotation marks, marks included, in order; a mark without its partner begins none.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var quotes = new List<(int Start, int End)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (Closing(text[i]) is { } closing && CanOpen(text, i))
            {
                int end = EndOf(text, i, closing);
                if (end > i && text.AsSpan(i, end - i).IndexOf("\n\n") < 0)
                {
                    quotes.Add((i, end));
                    i = end;
                }
            }
        }

        return quotes;
    }

    private static char? Closing(char opening) =>
        opening switch
        {
            '"' => '"',
            '\'' => '\'',
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            '『' => '』',
            '«' => '»',
            _ => null,
        };

    // An apostrophe within a word closes nothing: 'don't'.
    private static int EndOf(string text, int start, char closing)
    {
        int end = text.IndexOf(closing, start + 1);
        while (end >= 0 && (closing is '\'' or '’') && IsWithinWord(text, end))
        {
            end = text.IndexOf(closing, end + 1);
        }

        return end;
    }

    private static bool IsWithinWord(string text, int position) =>
        char.IsAsciiLetter(text[position - 1]) && position + 1 < text.Length && char.IsAsciiLetter(text[position + 1]);

    // A mark after a letter is an apostrophe, after a digit a measure: 5'6". Korean copy may follow without a space.
    private static bool CanOpen(string text, int position) =>
        position == 0
        || text[position] switch
        {
            '\'' or '‘' => !char.IsLetterOrDigit(text[position - 1]),
            '"' => !char.IsAsciiLetterOrDigit(text[position - 1]),
            _ => true,
        };
}
