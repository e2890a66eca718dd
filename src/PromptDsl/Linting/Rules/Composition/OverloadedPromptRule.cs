using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class OverloadedPromptRule() : LintRule("IMG3306", "overloaded-prompt", DiagnosticSeverity.Warning)
{
    private static readonly IntegerOption MostThings = new(
        "most-things",
        24,
        1,
        1000,
        "As many objects, texts, tables, callouts and regions one request may ask for."
    );

    private static readonly IntegerOption MostCharacters = new(
        "most-characters",
        6000,
        100,
        32000,
        "As long the compiled prompt of one request may be, in characters."
    );

    public override string Documentation =>
        """
            ## What it checks

            A new picture that asks for more than 24 things at once (objects, texts, tables, callouts and regions together), or whose
            compiled prompt has more than 6,000 characters. Objects alone are counted by IMG3301.

            ## Why it matters

            What one request asks for competes for attention: the last things are forgotten, the lettering suffers first.

            ## Example

            ```imgp
            subject: "a city map for children"
            details {
              for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] {
                object "house number ${n}"
                text "${n}"
              }
            }
            ```

            ```imgp
            locale: ko
            subject: "어린이를 위한 동네 지도"
            details {
              for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] {
                object "${n}번 집"
                text "${n}"
              }
            }
            ```

            ## Use instead

            Make the layout first, then put lettering and details in, each in a stage.

            ```imgp
            subject: "a city map for children"
            stage layout { object houses "a row of thirteen narrow houses" { at: center } }
            stage numbers { change: "paint the numbers 1 to 13 on the doors" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            `most-things`, `most-characters`.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": do not put too
            complex a request into one prompt; "다단계 생성 파이프라인 구성": a pipeline in four steps. The bounds are a
            choice.
            """;

    public override ImmutableArray<RuleOption> Options => [MostThings, MostCharacters];

    internal override void CheckStage(StageContext context)
    {
        if (context.Stage.IsEdit)
        {
            return;
        }

        ImmutableArray<Thing> things =
        [
            .. SceneWalk.Things(context.Stage.Scene).Select(t => t.Thing).Where(t => t is not GridThing),
        ];
        int most = context.File.ValueOf(this, MostThings);
        int characters = context.Compiled?.Prompt.Text.Length ?? 0;
        int longest = context.File.ValueOf(this, MostCharacters);
        if (things.Length > most && !things.All(t => t is ObjectThing))
        {
            Report(context, things[most], $"{things.Length} things in one picture");
        }
        else if (characters > longest)
        {
            Report(context, null, $"a prompt of {characters} characters");
        }
    }

    private void Report(StageContext context, Thing? thing, string what) =>
        context.Report(
            Finding(
                thing?.Place ?? context.Place,
                what,
                $"one request asks for too much ({what}), and what comes last is forgotten",
                "Split the work into stages: the layout first, then lettering and details."
            )
        );
}
