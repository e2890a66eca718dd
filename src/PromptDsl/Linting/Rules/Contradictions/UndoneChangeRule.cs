using System.Collections.Immutable;
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

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): say in every
            step what changes and what stays. "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April
            2025), "다단계 생성 파이프라인 구성": each step looks at one thing.
            """;

    internal override void CheckBuild(BuildContext context)
    {
        var stages = context.Stages.ToDictionary(s => s.Stage.Name, StringComparer.Ordinal);
        var added = new Dictionary<StageContext, Dictionary<string, SourceSpan>>();
        foreach (StageContext stage in context.Stages)
        {
            added.Add(stage, Places(Added(stage)));
            if (stage.Stage.IsEdit)
            {
                Dictionary<string, SourceSpan> kept = Places(Kept(stage.Stage));
                ImmutableArray<Dictionary<string, SourceSpan>> before =
                [
                    .. Lineage.Before(stage, stages).Select(s => added[s]),
                ];
                foreach (Change change in stage.Changes.Where(c => c.ActsOnExisting))
                {
                    Check(stage, change, kept, before);
                }
            }
        }
    }

    private void Check(
        StageContext stage,
        Change change,
        Dictionary<string, SourceSpan> kept,
        ImmutableArray<Dictionary<string, SourceSpan>> before
    )
    {
        if ((Find(kept, change.Phrase) ?? Find(kept, change.PhraseWithoutLook)) is { } keep)
        {
            stage.Report(
                Undone(
                    change,
                    keep,
                    "kept here",
                    $"the stage changes what it keeps, with \"{change.Verb.Text}\", and the model follows one of the two",
                    "Take it out of `keep`, or say which part of it changes."
                )
            );
        }
        else if (
            change.Removes && before.Select(a => Find(a, change.Phrase)).FirstOrDefault(p => p is not null) is { } add
        )
        {
            stage.Report(
                Undone(
                    change,
                    add,
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

    private static IEnumerable<(string Phrase, SourceSpan Place)> Kept(Stage stage) =>
        stage.Keeps.SelectMany(
            k => k.Thing is { } thing ? Names(thing) : [Content(k.Text!.Plain)],
            (k, phrase) => (phrase, k.Place)
        );

    // What the stage itself declares or says that it adds; what every picture of the file shows was meant.
    private static IEnumerable<(string Phrase, SourceSpan Place)> Added(StageContext stage) =>
        stage
            .Stage.Own.Things.SelectMany(Names, (thing, phrase) => (phrase, thing.Place))
            .Concat(stage.Changes.Where(c => c.Adds).Select(c => (c.Phrase, c.Verb.Place)));

    private static IEnumerable<string> Names(Thing thing)
    {
        if (thing.SpokenName is { } name)
        {
            yield return Content(name);
        }

        if (thing is ObjectThing { Description: { } description })
        {
            yield return Phrases.Of(Phrases.HeadPhrase(description.Plain));
        }
    }

    private static string Content(string text) => Phrases.Of(Words.In(text).Where(w => !Words.IsDeterminer(w)));

    /// <summary>The first place of each phrase that says something.</summary>
    private static Dictionary<string, SourceSpan> Places(IEnumerable<(string Phrase, SourceSpan Place)> said) =>
        said.Where(s => s.Phrase.Length > 0)
            .DistinctBy(s => s.Phrase, StringComparer.Ordinal)
            .ToDictionary(s => s.Phrase, s => s.Place, StringComparer.Ordinal);

    private static SourceSpan? Find(Dictionary<string, SourceSpan> places, string phrase) =>
        places.TryGetValue(phrase, out SourceSpan place) ? place : null;
}
