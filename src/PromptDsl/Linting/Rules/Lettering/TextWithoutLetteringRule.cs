using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class TextWithoutLetteringRule()
    : LintRule("IMG3206", "text-without-lettering", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            A `text` that says neither `font` nor `weight`, in a file that says nothing about lettering elsewhere (`font`
            or `text-style` of the content kind).

            ## Why it matters

            The model picks its usual letters, another face in every run, and two texts of one picture may not match.

            ## Example

            ```imgp
            details { text "Low Tide" { at: top } }
            ```

            ```imgp
            locale: ko
            details { text "썰물" { at: top } }
            ```

            ## Use instead

            ```imgp
            details { text "Low Tide" { at: top, font: "wide-set sans serif" } }
            ```

            ```imgp
            locale: ko
            details { text "썰물" { at: top, font: "획이 굵은 고딕" } }
            ```

            ## Fix safety

            There is no fix: how the letters look is yours to say.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "텍스트 렌더링 오류": name
            the typeface of copy. OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April
            2026): typography belongs to quoted text.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (
            context.Stage.Scene.Domains.Any(d =>
                d.Fields.Find("font") is not null || d.Fields.Find("text-style") is not null
            )
        )
        {
            return;
        }

        foreach ((TextThing text, Passage copy) in context.Texts)
        {
            if (text.Fields.Find("font") is null && text.Fields.Find("weight") is null)
            {
                context.Report(
                    Finding(
                        copy.Text.Place,
                        "no lettering is said",
                        "copy without lettering gets the model's usual letters, another face in every run",
                        "Say `font`, such as \"hand-lettered serif\", or `weight`."
                    )
                );
            }
        }
    }
}
