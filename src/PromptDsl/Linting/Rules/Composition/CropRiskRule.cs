using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class CropRiskRule() : LintRule("IMG3302", "crop-risk", DiagnosticSeverity.Warning)
{
    /// <summary>Height to width from which a picture is tall: 2:3 is, 3:4 is not.</summary>
    private const decimal Tall = 1.4m;

    public override string Documentation =>
        """
            ## What it checks

            A tall picture with something important at the bottom (lettering, a callout's target, an object with high emphasis) and
            no `safe-area`.

            ## Why it matters

            Models tend to crop tall formats at the bottom: the last line of a poster is cut through.

            ## Example

            ```imgp
            subject: "a lighthouse on a basalt cliff"
            technical { aspect: 2:3 }
            details { text dates "3 – 30 May" { at: bottom } }
            ```

            ```imgp
            locale: ko
            subject: "현무암 절벽 위의 등대"
            technical { size: 1024x1536 }
            details { text 날짜 "5월 3일 – 30일" { at: bottom-left } }
            ```

            ## Use instead

            ```imgp
            subject: "a lighthouse on a basalt cliff"
            technical { aspect: 2:3, safe-area { margin-bottom: 10% } }
            details { text dates "3 – 30 May" { at: bottom } }
            ```

            ## Fix safety

            There is no fix: how much room the picture has is a matter of its design.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "이미지 크롭 및 비율 이슈":
            everything important in the top 60 %, and a margin of 10 % below. OpenAI, "Introducing 4o image generation",
            25 March 2025, https://openai.com/index/introducing-4o-image-generation/ (read in a Korean digest of 26
            March 2025) names tight cropping of long pictures, such as posters. No study is known.
            """;

    internal override void CheckStage(StageContext context)
    {
        Stage stage = context.Stage;
        bool hasSafeArea = stage.Scene.SafeArea is not null || context.Build.Model.Base.SafeArea is not null;
        if (hasSafeArea || Shape(context) is not { } shape)
        {
            return;
        }

        HashSet<string> called =
        [
            .. stage
                .Scene.Things.OfType<CalloutThing>()
                .Select(c => c.Fields["target"])
                .OfType<NameValue>()
                .Select(t => t.Name),
        ];
        foreach (Thing thing in stage.Scene.Things.Where(t => IsAtRisk(t, called)))
        {
            context.Report(
                Finding(
                    thing.Fields.Find("at")!.Value.Place,
                    "where tall pictures are cropped",
                    "something important stands at the bottom of a tall picture, where models crop",
                    "Add a `safe-area` with a `margin-bottom`, or move it up."
                ) with
                {
                    Secondary = [new DiagnosticLabel(shape.Place, "a tall picture")],
                }
            );
        }
    }

    /// <summary>What makes the picture tall, or null.</summary>
    private static BoundValue? Shape(StageContext context)
    {
        FieldSet technical = context.Stage.Technical;
        return (technical["size"], technical["aspect"]) switch
        {
            (SizeValue { Size: var size } value, _) => IsTall(size.Width, size.Height) ? value : null,
            (_, RatioValue { Ratio: var ratio } value) => IsTall(ratio.Width, ratio.Height) ? value : null,
            _ => null,
        };
    }

    private static bool IsTall(decimal width, decimal height) => height >= width * Tall;

    private static bool IsAtRisk(Thing thing, HashSet<string> called) =>
        thing.Fields.Word("at") is "bottom" or "bottom-left" or "bottom-right"
        && thing switch
        {
            TextThing or TableThing => true,
            ObjectThing item => item.Fields.Word("emphasis") == "high" || called.Contains(item.Name ?? ""),
            RegionThing region => region.Content.Things.Any(t => t is TextThing or TableThing),
            _ => false,
        };
}
