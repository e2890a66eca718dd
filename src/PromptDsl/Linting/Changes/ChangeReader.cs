using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Changes;

/// <summary>Reads what the changes of an edit do.</summary>
internal static class ChangeReader
{
    private const string Set = "change-verb";
    private const int LongestObject = 5;

    private static readonly string[] Pronouns = ["it", "its", "them", "their", "him", "her", "his"];

    /// <summary>The changes of a stage in order. An English verb opens a clause; a Korean one ends it.</summary>
    public static IEnumerable<Change> Read(StageContext context) =>
        context
            .HitsOf(Set)
            .Where(h =>
                h
                    is {
                        Passage.Role: PassageRole.Change,
                        IsQuoted: false,
                        Value: "remove" or "replace" or "alter" or "add"
                    }
            )
            .Where(h => h.IsKorean || OpensClause(h))
            .Select(h => new Change(h, h.IsKorean ? ObjectBefore(h) : ObjectAfter(h)));

    /// <summary>Whether the changes of a stage hold a word of a value of <c>change-verb</c>, such as <c>keep</c>.</summary>
    public static bool Says(StageContext context, string value) =>
        context.HitsOf(Set).Any(h => h.Passage.Role == PassageRole.Change && h.Value == value);

    /// <summary>Whether a change acts on what the one before it named: "remove the car and replace it".</summary>
    public static bool GoesOn(Change change) =>
        change.Object.Length == 0
        || Pronouns.Contains(change.Object[0])
        || (change.Verb.IsKorean && change.Object[0] is "그" or "이를" or "그것");

    private static bool OpensClause(TermHit verb)
    {
        string before = verb.Before.TrimEnd();
        return before.Length == 0
            || before.EndsWith(',')
            || Words.Last(before) is "and" or "then" or "also" or "please" or "to" && Words.In(before).Count() <= 2
            || Words.Last(before) is "and" or "then" or "also";
    }

    private static string[] ObjectAfter(TermHit verb)
    {
        string after = verb.After;
        int comma = after.IndexOf(',');
        return
        [
            .. Words
                .In(comma < 0 ? after : after[..comma])
                .Where(w => w is not ("the" or "a" or "an" or "all" or "this" or "that"))
                .TakeWhile(w => !Words.IsConnecting(w))
                .Take(LongestObject),
        ];
    }

    // "오두막을 지우기": the last word with the particle of an object, with what stands before it in its phrase.
    private static string[] ObjectBefore(TermHit verb)
    {
        string[] words = [.. Words.In(verb.Before.Split(',')[^1])];
        int last = Array.FindLastIndex(words, IsObject);
        if (last < 0 || (!IsTurnedInto(words, last) && IsFarFromVerb(words, last)))
        {
            return [];
        }

        int first = last;
        while (first > 0 && !Words.HasParticle(words[first - 1]))
        {
            first--;
        }

        return [.. words[first..last], words[last][..^1]];
    }

    private static bool IsFarFromVerb(string[] words, int last) =>
        words.Length - 1 - last > 3 || words.Skip(last + 1).Any(w => w[^1] is '는' or '은' or '던');

    // "하늘을 폭풍우 치는 모습으로 바꾼다": what it is turned into stands between.
    private static bool IsTurnedInto(string[] words, int last) =>
        words.Length - 1 - last is > 1 and <= 5 && words[^1] is [.., '으', '로'];

    private static bool IsObject(string word) => word.Length > 1 && word[^1] is '을' or '를';
}
