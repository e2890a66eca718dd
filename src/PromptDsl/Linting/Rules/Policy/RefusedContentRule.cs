using PromptDsl.Diagnostics;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Policy;

internal sealed class RefusedContentRule() : LintRule("IMG3604", "refused-content", DiagnosticSeverity.Error)
{
    private const string Set = "refused-content";
    private const string Counter = "counter-word";

    public override string Documentation =>
        """
            ## What it checks

            Phrases that name what image services refuse: sexual content with minors, sexual deepfakes, graphic violence,
            hate symbols, instructions for weapons. The list is short and holds phrases that mean nothing else. A picture
            that speaks against them ("stop", "prevention", "근절") is no finding.

            ## Why it matters

            The request is refused, and repeated refusals can close the account that sends them.

            ## Example

            ```imgp
            subject: "a battlefield with a severed head on a pole"
            ```

            ```imgp
            locale: ko
            subject: "나치 깃발이 걸린 광장"
            ```

            ## Use instead

            ```imgp
            subject: "a battlefield at dusk, a torn banner on a pole"
            ```

            ```imgp
            locale: ko
            subject: "찢어진 깃발이 걸린 광장"
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "콘텐츠 정책": child abuse
            material, sexual deepfakes and violent content are blocked.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.ClaimsOf(Set))
        {
            if (context.HitsNear(Counter, hit).Any(c => c.SharesSentence(hit)))
            {
                continue;
            }

            context.Report(
                Finding(
                    hit.Place,
                    hit.Value,
                    $"the image service refuses {hit.Value}, so the request fails",
                    "Describe another picture."
                )
            );
        }
    }
}
