using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Requirements;

/// <summary>Noun phrases, and the one that a description begins with.</summary>
internal static class Phrases
{
    /// <summary>Words as one phrase that is the same for one thing and several: "red umbrella".</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Words.Singular));

    /// <summary>
    /// The words of the thing itself, in the singular, its noun last: "two red umbrellas with dots" gives
    /// red, umbrella; nothing when the description is a sentence.
    /// </summary>
    public static string[] HeadPhrase(string description)
    {
        int end = description.AsSpan().IndexOfAny(',', '.', ';');
        string first = end < 0 ? description : description[..end];
        if (first.Length > 0 && Hangul.IsSyllable(first.TrimEnd().LastOrDefault()))
        {
            return [.. Words.In(first)];
        }

        return
        [
            .. Words
                .In(first)
                .TakeWhile(w => !Words.IsConnecting(w) && !w.EndsWith("ing", StringComparison.Ordinal))
                .Where(w => !Words.IsDeterminer(w))
                .Select(Words.Singular),
        ];
    }
}
