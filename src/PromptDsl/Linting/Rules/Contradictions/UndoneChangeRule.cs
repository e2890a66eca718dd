using PromptDsl.Diagnostics;
using PromptDsl.Linting.Changes;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class UndoneChangeRule() : LintRule("IMG3108", "undone-change", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A stage that keeps and changes the same thing, and a stage that removes what an earlier one put in. A
            change that only happens at a kept thing ("light falls through the birches") leaves it as it is.

            ## Why it matters

            The stage is told both, and follows one; and a thing that is put in and taken out again leaves traces and
            costs two requests.

            ## Example

            ```imgp
            details { object cabin "a log cabin" }
            stage layout
            stage repaint {
              change: "repaint the cabin"
              keep: [cabin]
            }
            ```

            ```imgp
            locale: ko
            subject: "호숫가"
            stage 바탕
            stage 배 {
              change: "나룻배를 추가하기"
              keep: ["호수"]
            }
            stage 정리 {
              change: "나룻배를 지우기"
              keep: ["호수"]
            }
            ```

            ## Use instead

            ```imgp
            details { object cabin "a log cabin" }
            stage layout
            stage repaint {
              change: "repaint the cabin in red"
              keep: ["the size and place of the cabin"]
            }
            ```

            ## Fix safety

            There is no fix: either the change or what is kept may be meant.

            ## Options

            None.

            ## Source

            Prompt guides: each step says what changes and what stays.
            """;

    internal override void CheckBuild(BuildContext context)
    {
        var stages = context.Stages.ToDictionary(s => s.Stage.Name, StringComparer.Ordinal);
        foreach (StageContext stage in context.Stages.Where(s => s.Stage.IsEdit))
        {
            foreach (Change change in stage.Changes)
            {
                Check(stage, change, Lineage.Before(stage, stages));
            }
        }
    }

    private void Check(StageContext stage, Change change, IReadOnlyCollection<StageContext> earlier)
    {
        if (change.ActsOnExisting && KeptPlace(stage.Stage, change) is { } kept)
        {
            stage.Report(
                Undone(
                    change,
                    kept,
                    "kept here",
                    $"the stage changes what it keeps, with \"{change.Verb.Text}\", and the model follows one of the two",
                    "Take it out of `keep`, or say which part of it changes."
                )
            );
        }
        else if (
            change.Removes && earlier.Select(s => AddedPlace(s, change)).FirstOrDefault(p => p is not null) is { } added
        )
        {
            stage.Report(
                Undone(
                    change,
                    added,
                    "put in here",
                    "the stage removes what an earlier one put in, so the earlier work is paid for and lost, and traces stay",
                    "Leave it out of the earlier stage, or build on a stage before it with `from`."
                )
            );
        }
    }

    private Diagnostic Undone(Change change, SourceSpan other, string label, string message, string help) =>
        Finding(change.Verb.Place, "changed here", message, help) with
        {
            Secondary = [new DiagnosticLabel(other, label)],
        };

    private static SourceSpan? KeptPlace(Stage stage, Change change)
    {
        foreach (KeptItem kept in stage.Keeps)
        {
            IEnumerable<string[]> names = kept.Thing is { } thing ? Names(thing) : [Content(kept.Text!.Plain)];
            if (names.Any(n => change.IsAbout(n) || change.GivesLookTo(n)))
            {
                return kept.Place;
            }
        }

        return null;
    }

    // What the stage itself declares or says that it adds; what every picture of the file shows was meant.
    private static SourceSpan? AddedPlace(StageContext stage, Change removal)
    {
        Thing? thing = stage.Stage.Own.Things.FirstOrDefault(t => Names(t).Any(removal.IsAbout));
        return thing?.Place ?? stage.Changes.FirstOrDefault(c => c.Adds && removal.IsAbout(c.Object))?.Verb.Place;
    }

    private static IEnumerable<string[]> Names(Thing thing)
    {
        if (thing.SpokenName is { } name)
        {
            yield return Content(name);
        }

        if (thing is ObjectThing { Description: { } description })
        {
            yield return Phrases.HeadPhrase(description.Plain);
        }
    }

    private static string[] Content(string text) => [.. Words.In(text).Where(w => !Words.IsDeterminer(w))];
}
