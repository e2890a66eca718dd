using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class HandsInFocusRule() : LintRule("IMG3308", "hands-in-focus", DiagnosticSeverity.Hint)
{
    private const string Hands = "hands";
    private const string Near = "near";
    private const int FirstWords = 12;

    public override string Documentation =>
        """
            ## What it checks

            Hands or fingers that are what the picture is about: a description that begins with them (in
            Korean: ends with them), or that shows them from near.

            ## Why it matters

            Fingers are what image models get wrong most often. In the middle of the picture everybody sees it.

            ## Example

            ```imgp
            subject: "hands knotting a fishing net"
            ```

            ```imgp
            locale: ko
            subject: "그물을 깁는 손을 가까이에서 본 모습"
            ```

            ## Use instead

            Show more than the hands, or plan a stage that corrects them.

            ```imgp
            subject: "a fisherman knotting a net, seen from the side at full length"
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5; undated), section 5.4: hands are
            still hard to render.
            """;

    internal override void CheckStage(StageContext context)
    {
        TermHit? hand = context
            .HitsOf(Hands)
            .FirstOrDefault(h =>
                h is { IsNegated: false, Value: Hands, Passage.Role: PassageRole.Description }
                && h.Passage.Kind is "subject" or "object"
                && (h.Span.Start <= FirstWords || IsHead(h) || IsNear(context, h))
            );
        if (hand is not null)
        {
            context.Report(
                Finding(
                    hand.Place,
                    "in the middle of the picture",
                    "the picture is about hands, and hands are what models get wrong most often",
                    "Show more of the person, ask for several variants, or plan a stage that corrects the fingers."
                )
            );
        }
    }

    // A Korean description ends with what it is about: "흙을 빚는 두 손".
    private static bool IsHead(TermHit hand) =>
        hand.IsKorean && hand.Ending.Length == 0 && string.IsNullOrWhiteSpace(hand.After);

    private static bool IsNear(StageContext context, TermHit hand) =>
        context.HitsOf(Hands, hand.Passage).Any(h => h.Value == Near);
}
