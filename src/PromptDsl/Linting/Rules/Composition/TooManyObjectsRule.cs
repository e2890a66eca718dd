using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class TooManyObjectsRule() : LintRule("IMG3301", "too-many-objects", DiagnosticSeverity.Warning)
{
    private static readonly IntegerOption HintAbove = new(
        "hint-above",
        10,
        1,
        1000,
        "More declared objects than this in one picture are a hint."
    );

    private static readonly IntegerOption WarnAbove = new(
        "warn-above",
        20,
        1,
        1000,
        "More declared objects than this in one picture are a warning."
    );

    private static readonly IntegerOption HintAboveOnOlder = new(
        "hint-above-on-older",
        5,
        1,
        1000,
        "The same for the DALL-E models."
    );

    private static readonly IntegerOption WarnAboveOnOlder = new(
        "warn-above-on-older",
        8,
        1,
        1000,
        "The same for the DALL-E models."
    );

    public override string Documentation =>
        """
            ## What it checks

            How many objects one stage declares, those in regions included. The cells of a grid are pictures of their own and do
            not count together. More than 10 are a hint, more than 20 a warning; on the DALL-E models 5 and 8.

            ## Why it matters

            Image models keep track of 10 to 20 objects. Beyond that they drop some, merge others, and mix up their colours.

            ## Example

            ```imgp
            subject: "a watchmaker's bench"
            details { for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21] { object "tool number ${n}" } }
            ```

            ```imgp
            locale: ko
            subject: "시계공의 작업대"
            details { for n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] { object "공구 ${n}번" } }
            ```

            ## Use instead

            Put further objects in with a stage of their own, or show fewer.

            ```imgp
            subject: "a watchmaker's bench"
            stage bench {
              object lathe "a small brass lathe" { at: left }
              object lamp "a green lamp" { at: right }
            }
            stage tools { change: "lay a row of screwdrivers along the front edge" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            `hint-above`, `warn-above`, `hint-above-on-older`, `warn-above-on-older`.

            ## Source

            OpenAI, "Introducing 4o image generation", 25 March 2025,
            https://openai.com/index/introducing-4o-image-generation/ (read in a Korean digest of 26 March 2025): 10 to
            20 objects, with the models before 5 to 8.
            """;

    public override ImmutableArray<RuleOption> Options => [HintAbove, WarnAbove, HintAboveOnOlder, WarnAboveOnOlder];

    internal override void CheckStage(StageContext context)
    {
        bool isOlder = context.Model?.Id.StartsWith("dall-e", StringComparison.Ordinal) == true;
        int hint = context.File.ValueOf(this, isOlder ? HintAboveOnOlder : HintAbove);
        int warning = context.File.ValueOf(this, isOlder ? WarnAboveOnOlder : WarnAbove);
        ImmutableArray<ObjectThing> objects = [.. Objects(context.Stage.Scene.Things)];
        int limit = objects.Length > warning ? warning : hint;
        if (objects.Length > limit)
        {
            context.Report(
                Finding(
                    objects[limit].Place,
                    $"object {limit + 1} of {objects.Length}",
                    $"the picture declares {objects.Length} objects, and of more than {limit} the model drops or merges some",
                    "Show fewer, or add them in stages of their own."
                ) with
                {
                    Severity = objects.Length > warning ? Descriptor.Severity : DiagnosticSeverity.Hint,
                }
            );
        }
    }

    private static IEnumerable<ObjectThing> Objects(IEnumerable<Thing> things) =>
        things.SelectMany(t =>
            t switch
            {
                ObjectThing item => [item],
                RegionThing region => Objects(region.Content.Things),
                _ => [],
            }
        );
}
