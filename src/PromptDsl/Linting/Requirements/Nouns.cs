using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Requirements;

/// <summary>Nouns of the lexicon, and which of them stand for something that is in the picture.</summary>
internal static class Nouns
{
    public const string Set = "things";
    public const string Text = "text";

    private static readonly string[] Counting =
    [
        "한",
        "두",
        "세",
        "네",
        "다섯",
        "여섯",
        "여러",
        "몇",
        "수많은",
        "하나",
        "둘",
        "셋",
    ];

    /// <summary>Whether one kind of thing is the other or one of its kind.</summary>
    public static bool IsKindOf(string kind, string category) =>
        kind == category || kind.StartsWith(category + "/", StringComparison.Ordinal);

    /// <summary>Whether a noun is something that is there, not what is only shown, owned or compared: "a statue of a man".</summary>
    public static bool IsThere(StageContext context, TermHit noun) =>
        noun is { IsNegated: false, IsQuoted: false }
        && IsHead(noun)
        && !context
            .HitsNear("depiction", noun)
            .Any(d => d.SharesClause(noun) && (noun.IsKorean || d.Span.End <= noun.Span.Start));

    /// <summary>Whether a noun is no part of a compound such as "dog house", and owns nothing: "a dog's bowl".</summary>
    public static bool IsHead(TermHit noun)
    {
        if (noun.Text.EndsWith("'s", StringComparison.Ordinal) || noun.Text.EndsWith("’s", StringComparison.Ordinal))
        {
            return false;
        }

        string next = noun.NextWord;
        if (next.Length == 0)
        {
            return noun.Passage.Plain.AsSpan(noun.EndOfWord) is not ['-' or '\'' or '’', ..];
        }

        if (noun.IsKorean)
        {
            return noun.Ending.Length > 0
                ? noun.Ending is not ("의" or "처럼" or "보다" or "용" or "풍")
                : IsCounting(next);
        }

        return Words.IsConnecting(next)
            || next.EndsWith("ing", StringComparison.Ordinal)
            || next
                is "is"
                    or "are"
                    or "was"
                    or "were"
                    or "stands"
                    or "sits"
                    or "walks"
                    or "has"
                    or "have"
                    or "who"
                    or "there"
                    or "asleep"
                    or "awake"
                    or "alone"
                    or "afloat"
                    or "aboard"
                    or "lies"
                    or "sleeps"
                    or "waits"
                    or "runs"
                    or "lit"
                    or "seen";
    }

    private static bool IsCounting(string word) =>
        char.IsAsciiDigit(word[0]) || Counting.Any(c => word.StartsWith(c, StringComparison.Ordinal));

    /// <summary>Whether a passage tells what is in the picture.</summary>
    public static bool TellsContent(Passage passage) =>
        passage.Role == PassageRole.Prose
        || (
            passage.Role == PassageRole.Description
            && passage.Kind is "subject" or "object" or "region" or "cell" or "each"
            && passage.Key is null or "setting" or "action"
        );
}
