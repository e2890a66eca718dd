using PromptDsl.Diagnostics;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class DelegatedChoiceRule() : LintRule("IMG3406", "delegated-choice", DiagnosticSeverity.Hint)
{
    private const string Set = "delegated-choice";

    public override string Documentation =>
        """
            ## What it checks

            Words that leave a decision to the model: "appropriate colours", "적절한 배경", "알아서". What is suitable
            for somebody ("suitable for children") says a purpose and is not meant.

            ## Why it matters

            The model decides anew for every picture. Two runs of the same file differ in just what was left open.

            ## Example

            ```imgp
            subject: "a reading room with appropriate furniture"
            ```

            ```imgp
            locale: ko
            subject: "적절한 가구가 놓인 열람실"
            ```

            ## Use instead

            ```imgp
            subject: "a reading room with two oak tables and green lamps"
            ```

            ```imgp
            locale: ko
            subject: "참나무 탁자 두 개와 초록 등이 놓인 열람실"
            ```

            ## Fix safety

            There is no fix: only you know what you want.

            ## Options

            None.

            ## Source

            Of 1,155 published prompts that were counted in 2026, 96 leave a choice to the model in such words. That the
            results vary follows from what they say; it was not measured.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.ClaimsOf(Set).Where(h => h.TextBefore is not [.., '-']))
        {
            context.Report(
                Finding(
                    hit.Place,
                    "left to the model",
                    $"the words \"{hit.Said}\" leave the choice to the model, which chooses anew for every picture",
                    "Say what you want to see, or leave the words out."
                )
            );
        }
    }
}
