using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class ExactChartRule() : LintRule("IMG3305", "exact-chart", DiagnosticSeverity.Warning)
{
    private const int Few = 2;

    public override string Documentation =>
        """
            ## What it checks

            A `table` with three numbers or more that is to be drawn as a column, bar, line or pie chart. A drawing of the chart, given as a
            reference for the layout or the content, makes it silent.

            ## Why it matters

            An image model draws bars that look right and are not: lengths do not match the numbers, and pie shares do not add up.

            ## Example

            ```imgp
            subject: "a page of a yearly report"
            details {
              table sales { as: pie-chart, row "bread" [41], row "cake" [33], row "coffee" [26] }
            }
            ```

            ```imgp
            locale: ko
            subject: "연차 보고서의 한 면"
            details {
              table 판매 { as: column-chart, row "빵" [41], row "과자" [33], row "커피" [26] }
            }
            ```

            ## Use instead

            Draw the chart with a program for charts, and give it as a reference.

            ```imgp
            subject: "a page of a yearly report"
            reference chart "chart.png" { role: content }
            details {
              table sales { as: pie-chart, row "bread" [41], row "cake" [33], row "coffee" [26] }
            }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            DAIR.AI, "OpenAI 4o Image Generation Guide", https://www.promptingguide.ai/guides/4o-image-generation (read
            November 2026), "Limitations", and "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5;
            undated), section 5.4: charts of data are not exact. OpenAI's notebook on the 2.5 models: render
            deterministically where precision matters.
            """;

    internal override void CheckStage(StageContext context)
    {
        bool hasDrawing = context
            .Stage.Inputs.SelectMany(i => i.Uses)
            .Any(u => u.Reference is { } r && (r.Roles.Contains("content") || r.Roles.Contains("layout")));
        foreach (TableThing table in SceneWalk.Things(context.Stage.Scene).Select(t => t.Thing).OfType<TableThing>())
        {
            if (
                !hasDrawing
                && table.Fields.Find("as")
                    is { Value: WordValue { Word: "column-chart" or "bar-chart" or "line-chart" or "pie-chart" } kind }
                && table.Rows.Sum(r => r.Cells.Count(c => c is NumberValue or PercentValue)) > Few
            )
            {
                context.Report(
                    Finding(
                        kind.Place,
                        "drawn by eye",
                        $"the model draws this {kind.Word.Replace('-', ' ')} by eye, and its proportions do not match the numbers",
                        "Draw the chart with a program and give it as a reference with `role: content`, or check each value in the picture."
                    )
                );
            }
        }
    }
}
