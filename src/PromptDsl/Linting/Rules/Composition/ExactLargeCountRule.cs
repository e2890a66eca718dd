using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class ExactLargeCountRule() : LintRule("IMG3304", "exact-large-count", DiagnosticSeverity.Hint)
{
    private static readonly IntegerOption HintAbove = new(
        "hint-above",
        8,
        1,
        1000,
        "Exact counts above this are a hint."
    );

    public override string Documentation =>
        """
            ## What it checks

            A `count` above 8, of an object or of the subject.

            ## Why it matters

            Models count badly, and the more there is the worse. In published tests the best were right in fewer than half of the
            cases, and reliable only up to about three things.

            ## Example

            ```imgp
            subject: "a wharf"
            details { object crate "fish crates" { count: 24, at: left } }
            ```

            ```imgp
            locale: ko
            subject: "부둣가"
            details { object 상자 "생선 상자" { count: 12, at: left } }
            ```

            ## Use instead

            Where the number matters, arrange it so that it can be seen: a grid, or rows of few.

            ```imgp
            subject: "a wharf"
            details { object crate "fish crates, stacked in three rows" { at: left } }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            `hint-above`.

            ## Source

            T2ICountBench (arXiv 2503.06884) and GeckoNum; both were made before gpt-image-2.
            """;

    public override ImmutableArray<RuleOption> Options => [HintAbove];

    internal override void CheckStage(StageContext context)
    {
        int limit = context.File.ValueOf(this, HintAbove);
        Scene scene = context.Stage.Scene;
        IEnumerable<FieldSet> counted = SceneThings.All(scene).OfType<ObjectThing>().Select(o => o.Fields);
        foreach (FieldSet fields in counted.Prepend(scene.Subject?.Fields ?? FieldSet.Empty))
        {
            if (fields.Integer("count") is { } count && count > limit)
            {
                context.Report(
                    Finding(
                        fields.Find("count")!.Value.Place,
                        "rarely counted right",
                        $"a picture with exactly {count} of something is rarely right: models count reliably only to a few",
                        "Arrange them in a `grid` or in rows of few, or leave the exact number open."
                    )
                );
            }
        }
    }
}
