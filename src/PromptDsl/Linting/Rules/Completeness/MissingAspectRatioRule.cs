using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingAspectRatioRule() : LintRule("IMG3001", "missing-aspect-ratio", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A new picture for which neither `aspect` nor `size` is said.

            ## Why it matters

            The model chooses the shape, and may choose another one next time. What was composed for a tall poster is cropped or
            squeezed into a square.

            ## Example

            ```imgp
            subject: "a lighthouse on a basalt cliff"
            ```

            ```imgp
            locale: ko
            subject: "현무암 절벽 위의 등대"
            ```

            ## Use instead

            ```imgp
            subject: "a lighthouse on a basalt cliff"
            technical { aspect: 2:3 }
            ```

            `size: auto` also says that the shape does not matter.

            ## Fix safety

            There is no fix: only you know where the picture will be used.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "효과적인 프롬프트 구조
            예시": technical requirements, the ratio among them, are one of the five parts of a prompt. DAIR.AI, "OpenAI
            4o Image Generation Guide", https://www.promptingguide.ai/guides/4o-image-generation (read November 2026):
            without an instruction the picture is 1:1.
            """;

    internal override void CheckStage(StageContext context)
    {
        Stage stage = context.Stage;
        if (!stage.IsEdit && stage.Technical.Find("aspect") is null && stage.Technical.Find("size") is null)
        {
            context.Report(
                Finding(
                    context.Place,
                    "no `aspect`, no `size`",
                    "the shape of the picture is left to the model, which may choose another one each time",
                    "Add `technical { aspect: 3:2 }` with the ratio of the place where the picture will stand, or a `size`."
                )
            );
        }
    }
}
