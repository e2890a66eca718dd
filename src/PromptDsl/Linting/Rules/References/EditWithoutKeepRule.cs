using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;

namespace PromptDsl.Linting.Rules.References;

internal sealed class EditWithoutKeepRule() : LintRule("IMG3505", "edit-without-keep", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            An edit that says what changes and keeps nothing: no `keep`, nothing that is kept by default (the named
            objects and texts of what it builds on), no mask, and no word such as "only" or "그대로" in the change. An
            empty `keep: []` says that nothing is to be kept and is no finding.

            ## Why it matters

            The model redraws the whole picture, and what you liked drifts.

            ## Example

            ```imgp
            reference room "room.png" { role: content }
            change: "paint the sofa of ${room} green"
            ```

            ```imgp
            locale: ko
            reference 방 "room.png" { role: content }
            change: "${방}의 소파를 초록으로 칠하기"
            ```

            ## Use instead

            ```imgp
            reference room "room.png" { role: content }
            change: "paint the sofa of ${room} green"
            keep: ["the walls and windows", "the camera position"]
            ```

            ## Fix safety

            There is no fix: only you know what must stay.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): say what
            changes and list what stays, in every step.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (
            context.Stage
                is { IsEdit: true, SaysKeep: false, Mask: null, Keeps.IsEmpty: true, Changes: [var change, ..] }
            && !ChangeReader.Says(context, "keep")
        )
        {
            context.Report(
                Finding(
                    change.Place,
                    "nothing is kept",
                    "the edit says what changes and not what stays, so the model redraws the whole picture",
                    "List what stays: `keep: [\"the camera position\"]`. Write `keep: []` where nothing has to."
                )
            );
        }
    }
}
