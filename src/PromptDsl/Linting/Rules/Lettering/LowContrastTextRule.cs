using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class LowContrastTextRule() : LintRule("IMG3210", "low-contrast-text", DiagnosticSeverity.Warning)
{
    private const string Grounds = "letter-ground";
    private static readonly NumberOption MinContrast = new(
        "min-contrast",
        3.0m,
        1m,
        21m,
        "The least contrast ratio between letters and what they stand on."
    );

    public override string Documentation =>
        """
            ## What it checks

            The contrast ratio of WCAG 2.2 between the colour of a `text` and the colour that it stands on: of the object
            that it is `on` or `inside`, of the palette of its region, or the `background` of the palette. Colours are
            known as literals or by a plain name. Letters with an outline or a plate of their own are no finding.

            ## Why it matters

            Letters that hardly stand out cannot be read, and the model repairs that with a colour of its own, an outline
            or a plate behind them.

            ## Example

            ```imgp
            style { palette { background: #FFFFFF } }
            details { text "Low Tide" { at: top, font: "thin serif", color: #FFF4B0 } }
            ```

            ```imgp
            locale: ko
            details {
              object 간판 "칠한 나무 간판" { color: "남색" }
              text "썰물" { on: 간판, font: "굵은 고딕", color: "검은색" }
            }
            ```

            ## Use instead

            ```imgp
            style { palette { background: #FFFFFF } }
            details { text "Low Tide" { at: top, font: "thin serif", color: #1D3557 } }
            ```

            ```imgp
            locale: ko
            details {
              object 간판 "칠한 나무 간판" { color: "남색" }
              text "썰물" { on: 간판, font: "굵은 고딕", color: "흰색" }
            }
            ```

            ## Fix safety

            There is no fix: which of the two colours changes is yours to say.

            ## Options

            `min-contrast`: the least contrast ratio, from 1 to 21; 3 by default.

            ## Source

            WCAG 2.2, success criterion 1.4.3: 3 to 1 for large text, which lettering in a picture mostly is; 4.5 to 1
            for small text.
            """;

    public override ImmutableArray<RuleOption> Options => [MinContrast];

    internal override void CheckStage(StageContext context)
    {
        var least = (double)context.File.ValueOf(this, MinContrast);
        var edged = context
            .ClaimsOf(Grounds)
            .Select(h => h.Passage.Scope.Thing)
            .ToHashSet<object?>(ReferenceEqualityComparer.Instance);
        foreach ((TextThing text, Passage copy) in context.Texts.Where(t => !edged.Contains(t.Text)))
        {
            BoundValue? letters = LetterGround.ColorOf(context.Stage, text);
            BoundValue? ground = LetterGround.GroundOf(context.Stage, text, copy.Scope.Area);
            if (
                ColorReading.Exactly(context, letters) is { } front
                && ColorReading.Exactly(context, ground) is { } back
                && front.ContrastWith(back) is var contrast
                && contrast < least
            )
            {
                string ratio = contrast.ToString("0.0", CultureInfo.InvariantCulture);
                context.Report(
                    Finding(
                        letters!.Place,
                        $"{front}, {ratio} to 1",
                        $"letters with a contrast of {ratio} to 1 against what they stand on can hardly be read",
                        "Make one of the two colours darker or lighter, or say an outline in `font`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(ground!.Place, $"they stand on {back}")],
                    }
                );
            }
        }
    }
}
