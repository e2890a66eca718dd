using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.References;

internal sealed class CompositeWithoutTransferRule()
    : LintRule("IMG3507", "composite-without-transfer", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            An edit of two or more pictures whose change does not say what goes from which picture where: it names no
            picture, neither by a slot nor by number, and has no word such as "into", "combine" or "합치기".

            ## Why it matters

            The model edits the first picture and ignores the others, or joins them as it likes.

            ## Example

            ```imgp
            stage street { subject: "a street" }
            stage parade {
              from: none
              subject: "a parade"
            }
            stage join {
              from: [street, parade]
              change: "make it a festive evening"
              keep: ["the houses"]
            }
            ```

            ```imgp
            locale: ko
            stage 골목 { subject: "골목" }
            stage 행렬 {
              from: none
              subject: "행렬"
            }
            stage 함께 {
              from: [골목, 행렬]
              change: "흥겨운 저녁 풍경으로 꾸미기"
              keep: ["집들"]
            }
            ```

            ## Use instead

            ```imgp
            stage street { subject: "a street" }
            stage parade {
              from: none
              subject: "a parade"
            }
            stage join {
              from: [street, parade]
              change: "move the parade of ${parade} into the street of ${street}"
              keep: ["the houses"]
            }
            ```

            ## Fix safety

            There is no fix: only you know what goes where.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): say what moves
            where and what stays.
            """;

    internal override void CheckStage(StageContext context)
    {
        InputPicture[] edited = [.. context.Stage.Inputs.Where(i => i.IsEdited)];
        if (
            context.Stage is not { IsEdit: true, Changes: [var change, ..] }
            || edited.Length < 2
            || ChangeReader.Says(context, "transfer")
            || context.Stage.Changes.Any(c => c.Runs.Any(r => r.Picture is not null))
        )
        {
            return;
        }

        context.Report(
            Finding(
                change.Place,
                "nothing moves",
                $"the stage edits {edited.Length} pictures and does not say what goes from which one where, so the model may ignore all but the first",
                "Name them: `\"move the lamp of ${second} onto the table of ${first}\"`."
            ) with
            {
                Secondary =
                [
                    .. edited
                        .Select(i => new DiagnosticLabel(i.Uses[0].Place, $"picture {i.Number}"))
                        .DistinctBy(l => l.Place),
                ],
            }
        );
    }
}
