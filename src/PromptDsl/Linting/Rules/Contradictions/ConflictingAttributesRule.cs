using PromptDsl.Diagnostics;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ConflictingAttributesRule()
    : LintRule("IMG3102", "conflicting-attributes", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            Two opposite words about one whole: the picture is dark and brightly lit, it is noon and night, a vase is
            glossy and matte. Opposites in different things, areas or stages are no conflict, nor is what a `mix`
            blends, what is denied, or a contrast that is meant: "from day to night", "half in shadow", "밝고 어두운 대비".

            ## Why it matters

            The model follows one of the two words or takes the middle, and chooses anew for every picture.

            ## Example

            ```imgp
            subject "a lighthouse on a cliff" { setting: "a rocky coast at midnight" }
            style { lighting: "midday sun" }
            ```

            ```imgp
            locale: ko
            subject: "절벽 위의 등대"
            style { lighting: "부드러운 조명", finish: "선명한 색감, 차분한 색감" }
            ```

            ## Use instead

            ```imgp
            subject "a lighthouse on a cliff" { setting: "a rocky coast at midnight" }
            style { lighting: "the beam of the lighthouse in low mist" }
            ```

            ## Fix safety

            There is no fix: only you know which of the two you mean.

            ## Options

            None. Words join the dimensions, and dimensions the lexicon, in the configuration of the project.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": no contradicting
            instructions.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (Conflict conflict in ConflictFinder.Find(context, h => h.Term.Set.Name != Dimensions.Medium))
        {
            TermHit first = conflict.First.Hit;
            TermHit second = conflict.Second.Hit;
            string whole =
                conflict.First.Scope.Thing is not null ? "one thing"
                : conflict.First.Scope.Area is not null ? "one area"
                : conflict.First.Scope.IsSubject ? "the subject"
                : "the whole picture";
            context.Report(
                Finding(
                    second.Place,
                    second.Value,
                    $"the words \"{second.Text}\" and \"{first.Text}\" exclude each other and are both said of {whole}, so the model follows one of them or neither",
                    "Keep one of the two, or say which part of the picture each is about."
                ) with
                {
                    Secondary = [new DiagnosticLabel(first.Place, first.Value)],
                }
            );
        }
    }
}
