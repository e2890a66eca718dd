using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Values;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ConflictingPaletteRule() : LintRule("IMG3105", "conflicting-palette", DiagnosticSeverity.Warning)
{
    // A picture of one hue can have its neighbours.
    private const double OtherHue = 60;

    public override string Documentation =>
        """
            ## What it checks

            A picture in one colour whose palette has several hues, and a colour that the palette or a thing asks for
            and a negative forbids. Black, white and grey are no hues, an accent may be the one colour in a
            black-and-white picture, and a qualified negative ("red text") forbids nothing else.

            ## Why it matters

            The model keeps the palette or the one colour, and a forbidden colour comes and goes.

            ## Example

            ```imgp
            style {
              medium: "black-and-white photograph"
              palette: [#FF5533, #2E7D32, #FFFFFF]
            }
            ```

            ```imgp
            locale: ko
            style { palette: ["빨간색", "흰색"] }
            negatives: ["빨간색"]
            ```

            ## Use instead

            ```imgp
            style {
              medium: "black-and-white photograph"
              palette: [#111111, #FFFFFF]
            }
            ```

            ## Fix safety

            There is no fix: only you know which of the two you mean.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": no contradicting
            instructions. Colours are compared in OKLab, names by the lexicon.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (context.Stage.Scene.Style is { } style)
        {
            CheckMonochrome(context, style);
        }

        CheckForbidden(context);
    }

    private void CheckMonochrome(StageContext context, StyleSection style)
    {
        TermHit? demand = context
            .Claims.Where(c =>
                c.Hit is { Value: "monochrome", Term.Set.Name: "saturation" } && c.Scope == PassageScope.Picture
            )
            .Select(c => c.Hit)
            .FirstOrDefault();
        if (demand is null)
        {
            return;
        }

        (PaletteColor Color, OkLab Lab)[] hues =
        [
            .. style
                .Palette.Where(c => c.Role != "accent")
                .Select(c => (Color: c, Lab: LabOf(context, c.Color)))
                .Where(c => c.Lab is { } lab && ColorReading.HasHue(lab))
                .Select(c => (c.Color, c.Lab!.Value)),
        ];
        (PaletteColor Color, OkLab Lab) other = hues.FirstOrDefault(h =>
            ColorReading.HueDistance(h.Lab, hues[0].Lab) > OtherHue
        );
        if (other.Color is not null)
        {
            context.Report(
                Finding(
                    other.Color.Color.Place,
                    "another hue",
                    $"the palette has several hues and the picture is to be \"{demand.Text}\", so the model drops one of the two",
                    "Leave black, white, grey and one hue in the palette, or drop the word."
                ) with
                {
                    Secondary =
                    [
                        new DiagnosticLabel(hues[0].Color.Color.Place, "one hue"),
                        new DiagnosticLabel(demand.Place, "one colour is asked for"),
                    ],
                }
            );
        }
    }

    private void CheckForbidden(StageContext context)
    {
        (PassageScope Scope, TermHit Name)[] forbidden =
        [
            .. context
                .Prohibitions.Select(p => (p.Passage.Scope, Name: ColorIn(context, p)))
                .Where(f => f.Name is not null)
                .Select(f => (f.Scope, f.Name!)),
        ];
        ScopeLookup<RgbColor, BoundValue> demanded = Demanded(
            context,
            [.. forbidden.Select(f => ColorReading.Of(f.Name)).Distinct()]
        );
        foreach ((PassageScope scope, TermHit name) in forbidden)
        {
            if (demanded[scope, ColorReading.Of(name)] is [var demand, ..])
            {
                context.Report(
                    Finding(
                        name.Place,
                        "forbidden here",
                        $"the colour \"{name.Text}\" must not be there, and the file asks for it; the model follows one of the two",
                        "Remove the negative, or say what must not have the colour."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(demand.Place, "asked for here")],
                    }
                );
            }
        }
    }

    /// <summary>The colour that a prohibition is about as a whole: "red" or "no red", but not "red text" or "빨간 옷".</summary>
    private static TermHit? ColorIn(StageContext context, Prohibition prohibition) =>
        context
            .HitsNear(ColorReading.Set, prohibition.Passage, prohibition.Span.Start)
            .FirstOrDefault(h => prohibition.Span.Contains(h.Span.Start) && IsWhole(h, prohibition));

    private static bool IsWhole(TermHit name, Prohibition prohibition) =>
        prohibition.Words.Length == Words.In(name.Text).Count()
        || (
            prohibition.Words.Length == Words.In(name.Text).Count() + 1
            && prohibition.Words[^1] is "color" or "colour" or "tone"
        );

    /// <summary>What asks for colours that are like forbidden ones.</summary>
    private static ScopeLookup<RgbColor, BoundValue> Demanded(StageContext context, ImmutableArray<RgbColor> forbidden)
    {
        var demanded = new ScopeLookup<RgbColor, BoundValue>();
        Scene scene = context.Stage.Scene;
        foreach (PaletteColor color in scene.Style?.Palette ?? [])
        {
            Add(color.Color, null, null);
        }

        foreach ((Thing thing, AreaContent? area) in SceneWalk.Things(scene))
        {
            Add(thing.Fields["color"], area, thing);
        }

        return demanded;

        void Add(BoundValue? value, AreaContent? area, Thing? thing)
        {
            if (LabOf(context, value) is { } lab)
            {
                foreach (RgbColor like in forbidden.Where(f => ColorReading.AreAlike(lab, OkLab.FromRgb(f))))
                {
                    demanded.Add(like, value!, area, thing);
                }
            }
        }
    }

    private static OkLab? LabOf(StageContext context, BoundValue? value) =>
        ColorReading.Of(context, value) is { } color ? OkLab.FromRgb(color) : null;
}
