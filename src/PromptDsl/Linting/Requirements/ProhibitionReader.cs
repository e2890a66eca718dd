using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Requirements;

/// <summary>Finds what must not be there: in `negatives`, and as "no people" or "사람 없이" in prose.</summary>
internal static class ProhibitionReader
{
    private static readonly string[] Denials = ["no", "without", "any"];

    public static IEnumerable<Prohibition> Read(StageContext context)
    {
        foreach (Passage passage in context.Passages)
        {
            if (passage.Role == PassageRole.Negative)
            {
                foreach (Prohibition prohibition in ReadNegative(context, passage))
                {
                    yield return prohibition;
                }
            }
            else if (Nouns.TellsContent(passage))
            {
                foreach (
                    TermHit hit in context
                        .HitsOf(Nouns.Set, passage)
                        .Where(h => h is { IsNegated: true, IsQuoted: false } && IsBareDenial(h))
                )
                {
                    yield return new Prohibition(
                        hit.Value,
                        [Words.Singular(hit.Text.ToLowerInvariant())],
                        passage,
                        hit.Span
                    );
                }
            }
        }
    }

    // A phrase of the list: "people", "no people", "people or animals"; with a qualifier it is not the whole kind.
    private static IEnumerable<Prohibition> ReadNegative(StageContext context, Passage passage)
    {
        string text = passage.Plain;
        foreach (TextSpan part in Parts(text))
        {
            string[] words =
            [
                .. Words
                    .In(text.Substring(part.Start, part.Length))
                    .Where(w =>
                        !Words.IsDeterminer(w)
                        && w
                            is not (
                                "no"
                                or "all"
                                or "every"
                                or "without"
                                or "없음"
                                or "없이"
                                or "금지"
                                or "제외"
                                or "모든"
                                or "일체의"
                                or "어떤"
                            )
                    ),
            ];
            if (words.Length == 0)
            {
                continue;
            }

            TermHit? whole = context
                .HitsNear(Nouns.Set, passage, part.Start)
                .FirstOrDefault(h =>
                    part.Contains(h.Span.Start)
                    && Words.In(h.Text).Count(w => !Words.IsDeterminer(w)) == words.Length
                    && words[0]
                        .StartsWith(Words.In(h.Text).First(w => !Words.IsDeterminer(w)), StringComparison.Ordinal)
                );
            yield return new Prohibition(
                whole?.Value,
                [.. words.Select(Words.Singular)],
                passage,
                whole?.Span ?? Trimmed(text, part)
            );
        }
    }

    private static TextSpan Trimmed(string text, TextSpan part)
    {
        int start = WordShape.EndOfSpace(text, part.Start);
        int length = text.AsSpan(start..part.End).TrimEnd().Length;
        return new TextSpan(start, length);
    }

    private static IEnumerable<TextSpan> Parts(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            int separator =
                i == text.Length ? 0
                : text[i] is ',' or '/' or ';' or '、' ? 1
                : IsAt(text, i, " or ") || IsAt(text, i, " nor ") ? 4
                : IsAt(text, i, " and ") ? 5
                : -1;
            if (separator >= 0)
            {
                if (i > start)
                {
                    yield return TextSpan.FromBounds(start, i);
                }

                start = i + separator;
            }
        }
    }

    private static bool IsAt(string text, int position, string word) =>
        text.AsSpan(position).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    // "Without people" after something else is about that: "a street with a sign without text".
    private static bool IsBareDenial(TermHit hit)
    {
        if (hit.IsKorean)
        {
            string[] rest = [.. Words.In(hit.After)];
            return hit.Ending is "" or "이" or "가" or "은" or "는" or "도"
                && rest.Length > 0
                && rest[0].StartsWith('없')
                && (rest[0] is not "없는" || (rest.Length == 2 && hit.Passage is { Kind: "subject", Key: null }))
                && Words.Last(hit.Before).Length == 0;
        }

        return Denials.Contains(hit.PreviousWord)
            && (hit.NextWord.Length == 0 || hit.NextWord is "or" or "and" or "anywhere" or "visible")
            && !Words
                .In(hit.Before.Split(',')[^1])
                .Any(w => w is "with" or "and" or "beside" or "near" or "next" or "holding");
    }
}
