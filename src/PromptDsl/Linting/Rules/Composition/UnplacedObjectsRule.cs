using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class UnplacedObjectsRule() : LintRule("IMG3303", "unplaced-objects", DiagnosticSeverity.Hint)
{
    private const string Positions = "position";
    private const int Few = 2;

    public override string Documentation =>
        """
            ## What it checks

            Three or more objects of one picture, region or cell that have neither a position (`at`) nor a relation to
            anything, in words neither ("a jug on the left").

            ## Why it matters

            The model spreads them as it likes, and differently each time; objects that belong together end up apart.

            ## Example

            ```imgp
            subject: "a kitchen table at noon"
            details {
              object jug "a blue enamel jug"
              object bread "a round loaf"
              object knife "a long knife with a wooden handle"
            }
            ```

            ```imgp
            locale: ko
            subject: "한낮의 부엌 식탁"
            details {
              object 주전자 "파란 법랑 주전자"
              object 빵 "둥근 호밀빵"
              object 칼 "나무 손잡이가 달린 긴 칼"
            }
            ```

            ## Use instead

            ```imgp
            subject: "a kitchen table at noon"
            details {
              object jug "a blue enamel jug" { at: left }
              object bread "a round loaf" { right-of: jug }
              object knife "a long knife with a wooden handle" { in-front-of: bread }
            }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Do's": state the spatial
            relations of objects.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (ImmutableArray<Thing> things in SceneWalk.Groups(context.Stage.Scene))
        {
            Check(context, things);
        }
    }

    private void Check(StageContext context, ImmutableArray<Thing> things)
    {
        HashSet<string> named =
        [
            .. things.SelectMany(t => t.Relations).SelectMany(r => r.Targets).OfType<NameValue>().Select(n => n.Name),
        ];
        ImmutableArray<ObjectThing> unplaced =
        [
            .. things
                .OfType<ObjectThing>()
                .Where(o => !IsPlaced(context, o) && (o.Name is null || !named.Contains(o.Name))),
        ];
        if (unplaced.Length > Few)
        {
            context.Report(
                Finding(
                    unplaced[0].Place,
                    $"one of {unplaced.Length} without a place",
                    $"of {unplaced.Length} objects nothing says where they are, and each picture spreads them anew",
                    "Give them an `at`, or relations such as `left-of` to each other."
                ) with
                {
                    Secondary = [.. unplaced.Skip(1).Select(o => new DiagnosticLabel(o.Place, "nor this"))],
                }
            );
        }
    }

    private static bool IsPlaced(StageContext context, ObjectThing thing) =>
        thing.Fields.Find("at") is not null
        || !thing.Relations.IsEmpty
        || (thing.Description is { } description && !context.HitsOf(Positions, description).IsEmpty);
}
