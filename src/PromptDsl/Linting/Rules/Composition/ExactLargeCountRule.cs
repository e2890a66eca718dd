using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class ExactLargeCountRule() : LintRule("IMG3304", "exact-large-count", DiagnosticSeverity.Hint)
{
    private const string Set = "exact-count";

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

            A `count` above 8, of an object or of the subject, and a description that asks for an exact number: "exactly 30".
            Numbers that measure and ages are not meant.

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

            T2ICountBench (arXiv 2503.06884): the best model is right in about 43 % of the cases, and less the more
            there is; GeckoNum: reliable up to about three things. Both were made before gpt-image-2.
            """;

    public override ImmutableArray<RuleOption> Options => [HintAbove];

    internal override void CheckStage(StageContext context)
    {
        int limit = context.File.ValueOf(this, HintAbove);
        Scene scene = context.Stage.Scene;
        IEnumerable<FieldSet> counted = SceneWalk
            .Things(scene)
            .Select(t => t.Thing)
            .OfType<ObjectThing>()
            .Select(o => o.Fields);
        foreach (FieldSet fields in counted.Prepend(scene.Subject?.Fields ?? FieldSet.Empty))
        {
            if (fields.Integer("count") is { } count && count > limit)
            {
                context.Report(RarelyRight(fields.Find("count")!.Value.Place, $"exactly {count}"));
            }
        }

        foreach (TermHit hit in context.HitsOf(Set).Where(h => h.Passage.Role == PassageRole.Description))
        {
            if (hit is { IsNegated: false, IsQuoted: false } && (hit.Value == "spelled" || NumberIn(hit) > limit))
            {
                context.Report(RarelyRight(hit.Place, "an exact number"));
            }
        }
    }

    private Diagnostic RarelyRight(SourceSpan place, string number) =>
        Finding(
            place,
            "rarely counted right",
            $"a picture with {number} of something is rarely right: models count reliably only to a few",
            "Arrange them in a `grid` or in rows of few, or leave the exact number open."
        );

    private static int NumberIn(TermHit hit) =>
        int.TryParse(string.Concat(hit.Text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;
}
