namespace PromptDsl.Linting.Scanning;

/// <summary>Hangul syllables.</summary>
internal static class Hangul
{
    public static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>The position after the run of syllables that begins at a position.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && IsSyllable(text[end]))
        {
            end++;
        }

        return end;
    }
}
