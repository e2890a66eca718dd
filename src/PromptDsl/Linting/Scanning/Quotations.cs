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
                int end = text.IndexOf(closing, i + 1);
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

    // An apostrophe within or after a word is no quotation mark.
    private static bool CanOpen(string text, int position) =>
        text[position] is not ('\'' or '‘') || position == 0 || !char.IsLetterOrDigit(text[position - 1]);
}
