using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingContentKindRule() : LintRule("IMG3004", "missing-content-kind", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            A new picture without `content`, and without a domain block that would tell what kind of picture it is.

            ## Why it matters

            A poster, an icon and a photograph of the same thing have nothing in common but the thing. The model guesses.

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
            content: poster
            subject: "a lighthouse on a basalt cliff"
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "효과적인 프롬프트 구조
            예시": the content type is the first of the five parts of a prompt.
            """;

    internal override void CheckStage(StageContext context)
    {
        Scene scene = context.Stage.Scene;
        bool saysKind = scene is not { Content: null, Prompt: null } || scene.Domains.Any(d => d.Kind != "education");
        if (!context.Stage.IsEdit && !saysKind)
        {
            context.Report(
                Finding(
                    context.Place,
                    "no `content`",
                    "the kind of picture is not said, so the model guesses between a photograph, a poster and a drawing",
                    "Add `content:` with a kind such as `poster`, `photo` or `illustration`, or with words of your own."
                )
            );
        }
    }
}
