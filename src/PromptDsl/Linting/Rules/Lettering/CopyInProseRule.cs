using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class CopyInProseRule() : LintRule("IMG3207", "copy-in-prose", DiagnosticSeverity.Warning)
{
    private const string Set = "copy-cue";
    private const string Carriers = "copy-carrier";
    private const int MostWordsBetween = 3;

    public override string Documentation =>
        """
            ## What it checks

            Quoted words inside a description that are meant as lettering: "a sign that says 'OPEN'", "“열림”이라고 쓰인
            간판". Words beside the quotation must say so; a nickname or words in doubt are not meant. Where a `text` has
            the same copy, the description only speaks of it. The prose of `prompt` may quote its copy.

            ## Why it matters

            Copy in a description has no place, no lettering and no spelling, and no rule or expectation can look at it. A
            later stage does not know that it must be kept.

            ## Example

            ```imgp
            details { object sign "a wooden sign that says 'OPEN LATE'" }
            ```

            ```imgp
            locale: ko
            details { object 간판 "'늦게 닫음'이라고 쓰인 나무 간판" }
            ```

            ## Use instead

            ```imgp
            details {
              object sign "a wooden sign"
              text "OPEN LATE" { on: sign, font: "carved capitals" }
            }
            ```

            ```imgp
            locale: ko
            details {
              object 간판 "나무 간판"
              text "늦게 닫음" { on: 간판, font: "새긴 고딕" }
            }
            ```

            ## Fix safety

            Only shown: the fix adds the `text`, but the description must be reworded by hand.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): literal text in
            quotes, with typography and place.
            """;

    internal override void CheckStage(StageContext context)
    {
        ImmutableHashSet<string> lettered = [.. context.Copy.Select(p => p.Plain.Trim())];
        foreach (Passage passage in context.HitsOf(Set).Select(h => h.Passage).Distinct())
        {
            if (passage.Role is not (PassageRole.Description or PassageRole.Change))
            {
                continue;
            }

            foreach ((int start, int last) in Quotations.In(passage.Plain))
            {
                string copy = passage.Plain[(start + 1)..last];
                TextSpan quote = TextSpan.FromBounds(start, last + 1);
                if (
                    copy.Any(char.IsLetterOrDigit)
                    && !lettered.Contains(copy.Trim())
                    && CuesAt(context, passage, quote)
                        .Any(c => IsAbout(c, quote) && (c.Value != "speaking" || HasCarrier(context, c)))
                )
                {
                    Report(context, passage.Text.PlaceOf(quote), copy);
                }
            }
        }
    }

    private void Report(StageContext context, SourceSpan place, string copy) =>
        context.Report(
            Finding(
                place,
                "copy in a description",
                "copy inside a description has no place and no lettering, and nothing checks its spelling",
                "Declare it as `text \"…\"` in `details`, with its place and lettering."
            ) with
            {
                Fixes =
                    context.File.Tree?.Source is { } source && place.Source == source ? [AddText(source, copy)] : [],
            }
        );

    private static CodeFix AddText(SourceText source, string copy)
    {
        string literal = copy.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        string lead = source.Text.EndsWith('\n') ? "" : "\n";
        var edit = new TextEdit(new TextSpan(source.Length, 0), $"{lead}details {{ text \"{literal}\" }}\n");
        return new CodeFix("Declare the copy as a text", FixSafety.DisplayOnly, [edit]);
    }

    /// <summary>Whether a cue stands directly beside a quotation, on the side where it speaks of it.</summary>
    private static bool IsAbout(TermHit cue, TextSpan quote)
    {
        string text = cue.Passage.Plain;
        return (cue.Value != "after" && IsGap(text, cue.Span.End, quote.Start))
            || (cue.Value is "after" or "beside" && IsGap(text, quote.End, cue.Span.Start));
    }

    /// <summary>The cues that may stand beside a quotation: those near either end.</summary>
    private static IEnumerable<TermHit> CuesAt(StageContext context, Passage passage, TextSpan quote) =>
        context.HitsNear(Set, passage, quote.Start).Concat(context.HitsNear(Set, passage, quote.End));

    private static bool HasCarrier(StageContext context, TermHit cue) =>
        context.HitsNear(Carriers, cue).Any(c => IsCarrierOf(c, cue));

    // "a sign above the stairs reading", but not a woman with a mug at the window who is reading.
    private static bool IsCarrierOf(TermHit carrier, TermHit cue) =>
        carrier.SharesSentence(cue)
        && carrier.Span.End <= cue.Span.Start
        && Words.Spans(cue.Passage.Plain[carrier.Span.End..cue.Span.Start]).Count() <= MostWordsBetween;

    private static bool IsGap(string text, int start, int end) =>
        start <= end
        && text.AsSpan(start, end - start).Trim(" :,\n") is "" or "은" or "는" or "이" or "가" or "in" or "is";
}
