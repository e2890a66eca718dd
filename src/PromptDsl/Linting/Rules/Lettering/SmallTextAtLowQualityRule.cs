using PromptDsl.Diagnostics;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class SmallTextAtLowQualityRule()
    : LintRule("IMG3203", "small-text-at-low-quality", DiagnosticSeverity.Warning)
{
    private const string Set = "small-lettering";

    public override string Documentation =>
        """
            ## What it checks

            A `text` with `size: small`, or with words such as "tiny" or "깨알 같은" for its size or font, in a stage of
            `quality: low`.

            ## Why it matters

            Few pixels are spent on small letters, and at low quality they come out as marks that only look like letters.

            ## Example

            ```imgp
            technical { quality: low }
            details { text "Serves four" { at: bottom, font: "serif", size: small } }
            ```

            ```imgp
            locale: ko
            technical { quality: low }
            details { text "4인분" { at: bottom, font: "깨알 같은 명조" } }
            ```

            ## Use instead

            ```imgp
            technical { quality: high }
            details { text "Serves four" { at: bottom, font: "serif", size: small } }
            ```

            ```imgp
            locale: ko
            technical { quality: low }
            details { text "4인분" { at: bottom, font: "명조", size: large } }
            ```

            ## Fix safety

            There is no fix: larger letters or a better quality cost something, and that is yours to weigh.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): for small or
            dense text use medium or high quality.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (
            context.Stage is not { Parameters.Quality: "low" } stage
            || stage.Technical.Find("quality") is not { } quality
        )
        {
            return;
        }

        ILookup<object?, TermHit> small = context
            .ClaimsOf(Set)
            .Where(h => h.Passage.Key is "size" or "font")
            .ToLookup(h => (object?)h.Passage.Scope.Thing, ReferenceEqualityComparer.Instance);
        foreach ((TextThing text, _) in context.Texts)
        {
            SourceSpan? smallness = text.Fields["size"] is WordValue { Word: "small" } size
                ? size.Place
                : small[text].FirstOrDefault()?.Place;
            if (smallness is { } place)
            {
                context.Report(
                    Finding(
                        place,
                        "small letters",
                        "small letters at low quality come out as marks that only look like letters",
                        "Make the letters larger, or write `technical { quality: high }` for this stage."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(quality.Value.Place, "low quality")],
                    }
                );
            }
        }
    }
}
