using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Policy;

internal sealed class RealPersonRule() : LintRule("IMG3602", "real-person", DiagnosticSeverity.Warning)
{
    private const string Set = "public-person";
    private static readonly WordsOption Allowed = new("allowed", "Names of people who agreed to it.");

    public override string Documentation =>
        """
            ## What it checks

            Well-known living people by name: "Taylor Swift", "손흥민". The list is short and holds full names only.

            ## Why it matters

            Image services protect real people: the request is refused, or the face is another one. A picture of
            somebody who never agreed to it harms that person and whoever publishes it.

            ## Example

            ```imgp
            subject: "Taylor Swift reading in a library"
            ```

            ```imgp
            locale: ko
            subject: "한강에서 자전거를 타는 손흥민"
            ```

            ## Use instead

            ```imgp
            subject: "a singer with blonde hair and red lipstick, reading in a library"
            ```

            ```imgp
            locale: ko
            subject: "한강에서 자전거를 타는 축구 선수"
            ```

            ## Fix safety

            There is no fix: who should be seen instead is yours to say.

            ## Options

            `allowed`: names of people who agreed to it, as they are written in the text.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "책임있는 사용", and
            "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5; undated), section 5.4: real people
            are under special protection. The list carries its own date.
            """;

    public override ImmutableArray<RuleOption> Options => [Allowed];

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.ClaimsOf(Set).Where(h => !context.File.IsAllowed(this, Allowed, h)))
        {
            context.Report(
                Finding(
                    hit.Place,
                    "a real person",
                    $"the image service may refuse to show {hit.Value}, a real person",
                    "Describe somebody made up, or allow the name when the person agreed to it."
                )
            );
        }
    }
}
