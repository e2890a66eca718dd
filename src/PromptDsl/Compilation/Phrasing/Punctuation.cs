namespace PromptDsl.Compilation.Phrasing;

/// <summary>What marks mean at the end of a text, in the scripts that prompts are written in.</summary>
internal static class Punctuation
{
    private const string SentenceMarks = ".!?…。！？｡‽؟";
    private const string PauseMarks = ",;:、，；：،";
    private const string ClosingQuotes = "\"'”’»」』";

    /// <summary>How a text ends that follows another one.</summary>
    public static Ending After(Ending before, ReadOnlySpan<char> text)
    {
        int last = text.Length - 1;
        while (last >= 0 && ClosingQuotes.Contains(text[last]))
        {
            last--;
        }

        if (last < 0)
        {
            return before == Ending.Sentence ? Ending.Sentence : Ending.Open;
        }

        char c = text[last];
        bool isQuoted = last < text.Length - 1;
        return c switch
        {
            _ when SentenceMarks.Contains(c) => Ending.Sentence,
            _ when isQuoted => Ending.Open,
            '\n' => Ending.Line,
            _ when PauseMarks.Contains(c) => Ending.Pause,
            _ => Ending.Open,
        };
    }

    /// <summary>Whether a text holds a comma, so that a list of such texts needs a stronger mark.</summary>
    public static bool HasComma(string text) => text.AsSpan().IndexOfAny(",、，") >= 0;
}
