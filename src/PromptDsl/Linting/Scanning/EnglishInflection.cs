namespace PromptDsl.Linting.Scanning;

/// <summary>Regular endings of English words.</summary>
internal static class EnglishInflection
{
    /// <summary>Whether the rest of a word is an ending that a bare stem takes.</summary>
    public static bool CanFollow(ReadOnlySpan<char> rest) =>
        rest is "" or "s" or "es" or "ed" or "d" or "ing" or "er" or "ers" or "r" or "rs" or "est" or "st" or "ly"
        || CanFollowAny(rest);

    /// <summary>Whether the rest of a word is an ending that a changed stem takes.</summary>
    public static bool CanFollowChanged(ReadOnlySpan<char> rest) =>
        rest is "ies" or "ied" or "ier" or "iest" or "ily" or "ing" or "ed" or "er" or "ers" or "est";

    /// <summary>
    /// The stems to which some endings attach: <c>hazy</c> gives <c>haz</c> (hazier), <c>dim</c> gives
    /// <c>dimm</c> (dimmer), <c>shine</c> gives <c>shin</c> (shining).
    /// </summary>
    public static IEnumerable<string> ChangedStems(string stem)
    {
        if (stem.Length < 3)
        {
            yield break;
        }

        char last = stem[^1];
        if (last is 'y' or 'e')
        {
            yield return stem[..^1];
        }
        else if (!IsVowel(last) && last is not ('w' or 'x') && IsVowel(stem[^2]) && !IsVowel(stem[^3]))
        {
            yield return stem + last;
        }
    }

    private static bool CanFollowAny(ReadOnlySpan<char> rest) => rest is "'s" or "s'" or "’s" or "s’";

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
