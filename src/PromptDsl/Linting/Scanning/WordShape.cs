namespace PromptDsl.Linting.Scanning;

/// <summary>Where words begin and end.</summary>
internal static class WordShape
{
    /// <summary>Whether a term can begin at a position: not in the middle of a word or a number.</summary>
    public static bool CanBegin(ReadOnlySpan<char> text, int position)
    {
        char c = text[position];
        if (char.IsWhiteSpace(c))
        {
            return false;
        }

        if (position == 0)
        {
            return true;
        }

        char before = text[position - 1];
        return Hangul.IsSyllable(c) ? !Hangul.IsSyllable(before)
            : char.IsAsciiDigit(c) ? !char.IsAsciiDigit(before)
            : !char.IsLetter(c) || !char.IsLetter(before) || Hangul.IsSyllable(before);
    }

    /// <summary>The position after the letters of a script other than Hangul.</summary>
    public static int EndOfLetters(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsLetter(text[end]) && !Hangul.IsSyllable(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The position after a run of digits.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The position after a run of white space.</summary>
    public static int EndOfSpace(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }
}
