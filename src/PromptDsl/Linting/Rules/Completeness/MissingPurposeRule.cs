using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class MissingPurposeRule() : LintRule("IMG3005", "missing-purpose", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            A new picture that says neither what it is for (`purpose`) nor for whom (`audience`).

            ## Why it matters

            The use sets the polish: an advertisement, a school sheet and a sketch for a meeting are drawn differently.

            ## Example

            ```imgp
            content: poster
            subject: "a lighthouse on a basalt cliff"
            ```

            ```imgp
            locale: ko
            content: poster
            subject: "현무암 절벽 위의 등대"
            ```

            ## Use instead

            ```imgp
            content: poster
            purpose: "a wall poster for a coastal museum"
            subject: "a lighthouse on a basalt cliff"
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): state the
            intended use, which sets the polish.
            """;

    internal override void CheckStage(StageContext context)
    {
        Scene scene = context.Stage.Scene;
        bool saysUse =
            scene is not { Purpose: null, Audience: null, Prompt: null }
            || scene.Domains.Any(d => d.Kind is "marketing" or "education" or "ui");
        if (!context.Stage.IsEdit && !saysUse)
        {
            context.Report(
                Finding(
                    context.Place,
                    "no `purpose`",
                    "what the picture is for is not said, and the use is what sets the polish",
                    "Add `purpose:` with the place where the picture will be used."
                )
            );
        }
    }
}
