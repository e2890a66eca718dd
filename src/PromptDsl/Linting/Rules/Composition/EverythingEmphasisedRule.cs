using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class EverythingEmphasisedRule()
    : LintRule("IMG3307", "everything-emphasised", DiagnosticSeverity.Warning)
{
    private const int Few = 2;

    public override string Documentation =>
        """
            ## What it checks

            Three or more objects with `emphasis: high`, when they are more than half of all objects.

            ## Why it matters

            Where everything stands out nothing does: the eye finds no beginning.

            ## Example

            ```imgp
            subject: "a harbour"
            details {
              object crane "a red crane" { at: left, emphasis: high }
              object ship "a white ship" { at: center, emphasis: high }
              object tower "a brick tower" { at: right, emphasis: high }
            }
            ```

            ```imgp
            locale: ko
            subject: "항구"
            details {
              object 크레인 "빨간 크레인" { at: left, emphasis: high }
              object 배 "하얀 배" { at: center, emphasis: high }
              object 탑 "벽돌 탑" { at: right, emphasis: high }
            }
            ```

            ## Use instead

            ```imgp
            subject: "a harbour"
            details {
              object crane "a red crane" { at: left }
              object ship "a white ship" { at: center, emphasis: high }
              object tower "a brick tower" { at: right, emphasis: low }
            }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Do's": emphasise what
            matters, so that it comes first.
            """;

    internal override void CheckStage(StageContext context)
    {
        ImmutableArray<ObjectThing> objects =
        [
            .. SceneWalk.Things(context.Stage.Scene).Select(t => t.Thing).OfType<ObjectThing>(),
        ];
        ImmutableArray<Field> high =
        [
            .. objects.Where(o => o.Fields.Word("emphasis") == "high").Select(o => o.Fields.Find("emphasis")!),
        ];
        if (high.Length > Few && high.Length * 2 > objects.Length)
        {
            context.Report(
                Finding(
                    high[0].Value.Place,
                    $"{high.Length} of {objects.Length} objects stand out",
                    $"as many as {high.Length} of {objects.Length} objects are to stand out, so none of them does",
                    "Keep `emphasis: high` for one object or two."
                ) with
                {
                    Secondary = [.. high.Skip(1).Select(f => new DiagnosticLabel(f.Value.Place, "and this"))],
                }
            );
        }
    }
}
