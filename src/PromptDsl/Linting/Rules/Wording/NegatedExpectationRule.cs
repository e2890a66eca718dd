using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class NegatedExpectationRule() : LintRule("IMG3407", "negated-expectation", DiagnosticSeverity.Hint)
{
    private const string Set = "expected-part";
    private const string Denials = "negation";
    private const int MostWordsBetween = 2;

    public override string Documentation =>
        """
            ## What it checks

            A part that belongs to a thing and is denied: "an elephant without tusks", "줄무늬가 없는 얼룩말", or "tusks"
            among the negatives of a picture of an elephant.

            ## Why it matters

            Naming the part calls it up, and the thing calls it up as well. Models draw it more often than not.

            ## Example

            ```imgp
            subject: "an elephant without tusks on a dry river bed"
            ```

            ```imgp
            locale: ko
            subject: "줄무늬가 없는 얼룩말"
            ```

            ## Use instead

            ```imgp
            subject: "a young elephant with a smooth, short mouth, on a dry river bed"
            ```

            ```imgp
            locale: ko
            subject: "온몸이 하얀 얼룩말"
            ```

            ## Fix safety

            There is no fix: what should be seen instead is yours to say.

            ## Options

            None.

            ## Source

            "NO syndrome" (arXiv 2409.00105): "an elephant with no tusks" failed in every run with models of 2024.
            OpenAI's guides of 2026 advise to state exclusions, so that only parts that belong to a thing are meant.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        TermHit[] shown =
        [
            .. context
                .ClaimsOf(Set)
                .Where(h => h.Passage.Kind is "subject" or "object" or "prompt")
                .DistinctBy(h => h.Value),
        ];
        foreach (TermHit part in context.HitsOf(Set).Where(h => !h.IsQuoted && IsDenied(context, h)))
        {
            TermHit? thing =
                part.Passage.Role == PassageRole.Negative
                    ? shown.FirstOrDefault(h => AreThingAndPart(h, part))
                    : context
                        .HitsNear(Set, part)
                        .FirstOrDefault(h => h.IsClaim && h.SharesSentence(part) && AreThingAndPart(h, part));
            if (thing is not null)
            {
                context.Report(
                    Finding(
                        part.Place,
                        "denied",
                        $"naming \"{part.Said}\", even to deny it, tends to draw it, since it belongs to \"{thing.Said}\"",
                        "Describe what is seen in its place, or remove it in a later stage with `change`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(thing.Place, "is expected to have it")],
                    }
                );
            }
        }
    }

    private static bool IsDenied(StageContext context, TermHit part) =>
        part.Passage.Role == PassageRole.Negative
        || (
            part is { Passage.IsWording: true, IsNegated: true }
            && context.HitsNear(Denials, part).Any(d => IsBeside(part, d))
        );

    // What is denied ends soon: "no collar and a long tail" has the tail.
    private static bool IsBeside(TermHit part, TermHit denial)
    {
        (int start, int end) =
            denial.Value == "before" ? (denial.Span.End, part.Span.Start) : (part.Span.End, denial.Span.Start);
        if (start > end)
        {
            return false;
        }

        // Another Korean noun between the two is what is denied: 바퀴 자국이 없는.
        string gap = part.Passage.Plain[start..end];
        return denial.Value == "before" || !gap.StartsWith(' ')
            ? !gap.Contains(',', StringComparison.Ordinal) && Words.Spans(gap).Count() <= MostWordsBetween
            : gap.Trim() is "" or "전혀" or "하나도";
    }

    private static bool AreThingAndPart(TermHit thing, TermHit part) =>
        thing.Term.Set.ArePaired(thing.Value, part.Value);
}
