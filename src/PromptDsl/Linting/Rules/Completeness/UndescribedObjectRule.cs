using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class UndescribedObjectRule() : LintRule("IMG3007", "undescribed-object", DiagnosticSeverity.Warning)
{
    /// <summary>The keys that tell what an object looks like.</summary>
    private static readonly ImmutableArray<string> Look =
    [
        "size",
        "color",
        "material",
        "texture",
        "state",
        "action",
        "pose",
        "expression",
        "wardrobe",
        "from",
    ];

    public override string Documentation =>
        """
            ## What it checks

            An object that has a name and nothing else: no description or one that only repeats the name, no colour, material,
            state or action, and no reference that shows it. A position is not a description.

            ## Why it matters

            The model knows only the name. It draws what it likes, and another thing in the next picture.

            ## Example

            ```imgp
            subject: "a mountain lake at dawn"
            details { object boat { at: left } }
            ```

            ```imgp
            locale: ko
            subject: "새벽의 산속 호수"
            details { object 나룻배 { at: left } }
            ```

            ## Use instead

            ```imgp
            subject: "a mountain lake at dawn"
            details { object boat "a narrow rowing boat, half full of leaves" { at: left } }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "상세한 설명 제공":
            describe objects and scenes concretely.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (ObjectThing thing in SceneWalk.Things(context.Stage.Scene).Select(t => t.Thing).OfType<ObjectThing>())
        {
            if (IsOnlyNamed(thing) && Look.All(k => thing.Fields.Find(k) is null))
            {
                context.Report(
                    Finding(
                        thing.Place,
                        "only a name",
                        $"nothing is said about `{thing.Name}` but its name, so each picture shows another one",
                        "Add a description behind the name, or the reference that shows it with `from`."
                    )
                );
            }
        }
    }

    // `object tree "a tree"` says the name twice.
    private static bool IsOnlyNamed(ObjectThing thing) =>
        thing.SpokenName is { } name
        && (
            thing.Description is null
            || Words.In(thing.Description.Plain).Where(w => !Words.IsDeterminer(w)).SequenceEqual(Words.In(name))
        );
}
