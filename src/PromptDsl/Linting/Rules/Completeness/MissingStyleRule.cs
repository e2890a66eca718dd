using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingStyleRule() : LintRule("IMG3002", "missing-style", DiagnosticSeverity.Hint)
{
    private const string Medium = "medium";

    public override string Documentation =>
        """
            ## What it checks

            A new picture that says nothing about how it looks: no `style`, no `mix`, no reference for the style, and no word for a
            medium in the description.

            ## Why it matters

            The model falls back to its own taste, which is the same glossy look for everybody.

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
            style { medium: "two-colour linocut", mood: "stern" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "효과적인 프롬프트 구조
            예시": the visual style is the third of the five parts of a prompt.
            """;

    internal override void CheckStage(StageContext context)
    {
        Stage stage = context.Stage;
        if (!stage.IsEdit && !SaysStyle(stage) && !context.ClaimsOf(Medium).Any())
        {
            context.Report(
                Finding(
                    context.Place,
                    "nothing about how it looks",
                    "no style is said, so the picture gets the look that the model gives to everything",
                    "Add a `style` block with a medium, and what matters of light, palette and mood."
                )
            );
        }
    }

    // Raw prose may say it in words that nobody lists.
    private static bool SaysStyle(Stage stage) =>
        stage.Scene.Prompt is not null
        || stage.Scene.Style is { IsEmpty: false }
        || stage.Scene.Domains.Any(d =>
            d.Kind is "illustration" or "photo" || d.Fields.Find("design-system") is not null
        )
        || stage.Inputs.Any(i => i.Uses.Any(u => u.Reference?.Roles.Contains("style") == true));
}
