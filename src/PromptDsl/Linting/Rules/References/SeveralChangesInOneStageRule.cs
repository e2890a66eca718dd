using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;

namespace PromptDsl.Linting.Rules.References;

internal sealed class SeveralChangesInOneStageRule()
    : LintRule("IMG3506", "several-changes-in-one-stage", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A stage whose change does several things to several things: two verbs with an object each. One verb for
            several things, and a verb that goes on with the same thing ("remove the car and replace it"), is one change.

            ## Why it matters

            The model does one of them well, forgets another, and what it was to keep drifts more.

            ## Example

            ```imgp
            reference room "room.png" { role: content }
            change: "remove the lamp, and add a bookshelf at the window"
            keep: ["the walls"]
            ```

            ```imgp
            locale: ko
            reference 방 "room.png" { role: content }
            change: ["등을 지우기", "창가에 책장을 추가하기"]
            keep: ["벽"]
            ```

            ## Use instead

            ```imgp
            stage lamp {
              from: "room.png"
              change: "remove the lamp"
              keep: ["the walls"]
            }
            stage shelf {
              change: "add a bookshelf at the window"
              keep: ["the walls"]
            }
            ```

            ## Fix safety

            There is no fix: stages need names and their own lists of what stays.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): one change in
            each step.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (!context.Stage.IsEdit)
        {
            return;
        }

        Change[] changes =
        [
            .. context.Changes.Where(c => !ChangeReader.GoesOn(c)).DistinctBy(c => string.Join(' ', c.Object)),
        ];
        if (changes.Length < 2 || changes.Select(c => c.Verb.Term.Pattern).Distinct().Count() < 2)
        {
            return;
        }

        context.Report(
            Finding(
                changes[1].Verb.Place,
                "another change",
                "the stage makes several changes at once, and the model forgets one or lets the rest of the picture drift",
                "Make one stage for each change."
            ) with
            {
                Secondary = [new DiagnosticLabel(changes[0].Verb.Place, "one change")],
            }
        );
    }
}
