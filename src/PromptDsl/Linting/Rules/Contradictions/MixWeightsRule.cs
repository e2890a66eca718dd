using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class MixWeightsRule() : LintRule("IMG3110", "mix-weights", DiagnosticSeverity.Warning)
{
    // Three shares of 33 % are meant as a whole.
    private const decimal Tolerance = 1;

    public override string Documentation =>
        """
            ## What it checks

            The weights of the styles in a `mix` make 100 %. Where some have no weight, the others stay below 100 %.

            ## Why it matters

            The weights reach the model as they are written; "70 % and 50 %" tells it nothing about the proportion.

            ## Example

            ```imgp
            style {
              mix "oil painting" { weight: 70% }
              mix "woodblock print" { weight: 50% }
            }
            ```

            ```imgp
            locale: ko
            style {
              mix "유화" { weight: 30% }
              mix "목판화" { weight: 30% }
            }
            ```

            ## Use instead

            ```imgp
            style {
              mix "oil painting" { weight: 60% }
              mix "woodblock print" { weight: 40% }
            }
            ```

            ## Fix safety

            There is no fix: only you know which share is meant.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "스타일 혼합": styles are
            blended by shares of a whole, 50 % and 50 %.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (StyleSection style in Styles(context.Stage.Scene))
        {
            Check(context, style.Mixes);
        }
    }

    private static IEnumerable<StyleSection> Styles(Scene scene) =>
        SceneWalk.Areas(scene).Select(a => a.Style).Prepend(scene.Style).OfType<StyleSection>();

    private void Check(StageContext context, ImmutableArray<StyleMix> mixes)
    {
        ImmutableArray<StyleMix> weighted = [.. mixes.Where(m => m.Weight is not null)];
        if (mixes.Length < 2 || weighted.IsEmpty)
        {
            return;
        }

        decimal sum = weighted.Sum(m => m.Weight!.Percent);
        bool isWhole = weighted.Length == mixes.Length ? Math.Abs(sum - 100) <= Tolerance : sum < 100;
        if (isWhole)
        {
            return;
        }

        string total = sum.ToString("0.##", CultureInfo.InvariantCulture);
        context.Report(
            Finding(
                weighted[^1].Weight!.Place,
                $"with this {total} %",
                weighted.Length == mixes.Length
                    ? $"the weights of the mix make {total} %, so the model cannot tell the proportion that is meant"
                    : $"the weights of the mix make {total} % and leave nothing for a style without a weight",
                "Let the weights make 100 %, or leave all of them out for equal shares."
            ) with
            {
                Secondary =
                [
                    .. weighted
                        .SkipLast(1)
                        .Select(m => new DiagnosticLabel(m.Weight!.Place, $"{m.Weight.Written} here")),
                ],
            }
        );
    }
}
