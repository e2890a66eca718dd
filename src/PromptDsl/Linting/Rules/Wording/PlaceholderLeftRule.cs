using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class PlaceholderLeftRule() : LintRule("IMG3405", "placeholder-left", DiagnosticSeverity.Error)
{
    private const string Set = "placeholder";
    private const string Nouns = "placeholder-noun";

    /// <summary>Longer text between brackets is a remark, not a name that stands for something.</summary>
    private const int LongestName = 60;

    public override string Documentation =>
        """
            ## What it checks

            Places that were to be filled in and are still there: `[PRODUCT NAME]`, `{{name}}`, `{Character Name}`,
            `<insert …>`, `[제품명]`, `○○`, TODO, XXX, lorem ipsum. Copy in a `text` is data: a mock-up may show
            "Lorem ipsum". What is quoted is drawn on purpose.

            ## Why it matters

            The model draws the brackets and the words in them, or makes something up for them.

            ## Example

            ```imgp
            subject: "a poster for [PRODUCT NAME] on a brick wall"
            ```

            ```imgp
            locale: ko
            subject: "벽돌 벽에 붙은 [제품명] 포스터"
            ```

            ## Use instead

            ```imgp
            param product: text = "Harbour Tea"
            subject: "a poster for ${product} on a brick wall"
            ```

            ```imgp
            locale: ko
            param 제품: text = "항구차"
            subject: "벽돌 벽에 붙은 ${제품} 포스터"
            ```

            ## Fix safety

            There is no fix: only you know what belongs there.

            ## Options

            None.

            ## Source

            Of 413 published prompts for GPT-4o and gpt-image-1 that were counted in 2026, half carry a slot to be
            filled in.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.HitsOf(Set).Where(h => h.Passage.Role != PassageRole.Copy && !h.IsQuoted))
        {
            int end = EndOf(hit, context.HitsNear(Nouns, hit));
            if (end > 0)
            {
                context.Report(
                    Finding(
                        hit.Passage.Text.PlaceOf(TextSpan.FromBounds(hit.Span.Start, end)),
                        "still to be filled in",
                        "a placeholder is left, which the model draws as it stands or fills with something of its own",
                        "Write what belongs here, or declare a `param` and put it in with `${name}`."
                    )
                );
            }
        }
    }

    /// <summary>Where the placeholder ends that a term begins, or -1 when it is none.</summary>
    private static int EndOf(TermHit hit, IEnumerable<TermHit> nouns) =>
        hit.Value switch
        {
            "square" => EndOfBracket(hit, "]", i => IsBlank(hit, i, nouns)),
            "double-square" => EndOfBracket(hit, "]]", i => IsBlank(hit, i, nouns)),
            "curly" => IsSlot(hit) ? -1 : EndOfBracket(hit, "}", i => IsName(i) && IsWords(i)),
            "double-curly" => EndOfBracket(hit, "}}", IsName),
            "angle" => EndOfBracket(hit, ">", IsName),
            "note" => IsCapitals(hit.Text) && (hit.StandsAlone || hit.Rest is [':', ..]) ? hit.Span.End : -1,
            "capitals" => IsCapitals(hit.Text) && !IsPartOfName(hit) ? hit.Span.End : -1,
            _ => hit.Span.End,
        };

    private static int EndOfBracket(TermHit hit, string closing, Func<string, bool> isPlaceholder)
    {
        int length = hit.Rest.IndexOf(closing, StringComparison.Ordinal);
        return length is > 0 and <= LongestName && isPlaceholder(hit.Rest[..length].ToString())
            ? hit.Span.End + length + closing.Length
            : -1;
    }

    // "${name}" is the number of a picture, filled in when the prompt is compiled.
    private static bool IsSlot(TermHit hit) => hit.Span.Start > 0 && hit.Passage.Plain[hit.Span.Start - 1] == '$';

    /// <summary>Whether a bracket at the beginning of a line is the heading of what follows: "[SCENE] A forest".</summary>
    private static bool IsHeading(TermHit hit, string inner)
    {
        ReadOnlySpan<char> after = hit.Rest[(inner.Length + 1)..];
        return hit.BeginsLine
            && (
                after.TrimStart(' ').IsEmpty || after.TrimStart(' ')[0] is ':' or '\n' or '\r' || StartsSentence(after)
            );
    }

    private static bool StartsSentence(ReadOnlySpan<char> after) =>
        after[0] == ' ' && after.TrimStart() is [char first, ..] && (char.IsUpper(first) || Hangul.IsSyllable(first));

    private static bool IsName(string inner) =>
        inner.Any(char.IsLetter) && !inner.Contains('\n', StringComparison.Ordinal);

    private static bool IsWords(string inner) =>
        inner.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '/' or '\'');

    private static bool IsCapitals(string inner) =>
        inner.Count(char.IsAsciiLetterUpper) >= 3 && IsWords(inner) && !inner.Any(char.IsAsciiLetterLower);

    /// <summary>Whether what stands in square brackets stands for something else.</summary>
    private static bool IsBlank(TermHit hit, string inner, IEnumerable<TermHit> nouns)
    {
        int start = hit.Span.End;
        int end = start + inner.TrimEnd().Length;
        TermHit[] within = [.. nouns.Where(n => n.Span.Start >= start && n.Span.End <= end)];
        bool isWhole = within.Any(n => n.Span.Start == start && n.Span.End == end);
        return IsName(inner)
            && !inner.Contains('"', StringComparison.Ordinal)
            && (
                within.Any(n => n.Value == "first" ? n.Span.Start == start : n.Value == "last" && n.Span.End == end)
                || ((isWhole || IsCapitals(inner)) && !IsHeading(hit, inner))
            );
    }

    // "XXX-200" is a name of its own, and "Super Bowl XXX" counts.
    private static bool IsPartOfName(TermHit hit) =>
        hit.Rest is ['-', ..]
        || (hit.TextBefore is [.., '-'] && hit.Span.Start == hit.TextBefore.Length)
        || (
            hit.Before.TrimEnd() is var before
            && Words.Spans(before).LastOrDefault() is { Length: > 0 } word
            && word.End == before.Length
            && char.IsUpper(before[word.Start])
        );
}
