using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ConflictingRatioRule() : LintRule("IMG3106", "conflicting-ratio", DiagnosticSeverity.Warning)
{
    private const string Set = "ratio";

    // Sizes are rounded to whole steps of pixels.
    private const double Tolerance = 0.04;

    private static readonly string[] Usual = ["16:9", "9:16", "3:2", "2:3", "4:5", "5:4", "21:9", "9:21", "16:10"];

    public override string Documentation =>
        """
            ## What it checks

            The `aspect`, the `size` and what the text says about the shape of the picture disagree: `aspect: 16:9` and
            "square format", `size: 1024x1024` and "2:3". A portrait as a kind of picture, a landscape as a view, a
            scale and a time of day tell no shape.

            ## Why it matters

            The parameter decides the shape, and the model composes for another one: heads are cut and bars appear.

            ## Example

            ```imgp
            subject: "a harbour, square composition"
            technical { aspect: 16:9 }
            ```

            ```imgp
            locale: ko
            subject: "세로형 포스터에 담긴 항구"
            technical { aspect: 16:9 }
            ```

            ## Use instead

            ```imgp
            subject: "a harbour"
            technical { aspect: 16:9 }
            ```

            ## Fix safety

            There is no fix: only you know which shape you mean.

            ## Options

            None.

            ## Source

            Of 1,155 published prompts that were counted in 2026, 18 name two ratios, some of them for two pictures.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        Shape[] said = [.. Parameters(context.Stage).Concat(InWords(context)).DistinctBy(s => (s.Ratio, s.Kind))];
        for (int second = 1; second < said.Length; second++)
        {
            Shape? other = said.Take(second).FirstOrDefault(first => Disagree(first, said[second]));
            if (other is not null)
            {
                context.Report(
                    Finding(
                        said[second].Place,
                        "another shape",
                        $"the shape of the picture is both `{other.Written}` and \"{said[second].Written}\", so it is composed for one and made in the other",
                        "Say the shape once, as `aspect` or `size` in `technical`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(other.Place, "one shape")],
                    }
                );
                return;
            }
        }
    }

    private static bool Disagree(Shape a, Shape b) =>
        a.Ratio is { } x && b.Ratio is { } y ? Math.Abs(Math.Log(x / y)) > Tolerance : Kind(a) != Kind(b);

    private static string Kind(Shape shape) =>
        shape.Ratio switch
        {
            null => shape.Kind,
            > 1 + Tolerance => "landscape",
            < 1 - Tolerance => "portrait",
            _ => "square",
        };

    private static IEnumerable<Shape> Parameters(Stage stage)
    {
        if (stage.Technical.Find("aspect")?.Value is RatioValue ratio)
        {
            yield return new Shape(ratio.Place, ratio.Written, "", ratio.Ratio.Value);
        }

        if (stage.Technical.Find("size")?.Value is SizeValue size)
        {
            yield return new Shape(size.Place, size.Written, "", (double)size.Size.Width / size.Size.Height);
        }
    }

    private static IEnumerable<Shape> InWords(StageContext context) =>
        context
            .HitsOf(Set)
            .Where(h =>
                h is { IsNegated: false, IsQuoted: false }
                && h.Value != "ratio-word"
                && h.Passage.Role is PassageRole.Description or PassageRole.Prose
                && h.Passage.Scope is { Thing: null, Area: null }
            )
            .Select(h => Read(context, h))
            .OfType<Shape>();

    private static Shape? Read(StageContext context, TermHit hit)
    {
        if (hit.Value != "ratio")
        {
            return new Shape(hit.Place, hit.Text, hit.Value, null);
        }

        bool isMeant =
            Usual.Contains(hit.Text)
            || context
                .HitsNear(Set, hit)
                .Any(w =>
                    w.Value is not "ratio"
                    && w.SharesClause(hit)
                    && Math.Min(Math.Abs(w.Span.Start - hit.Span.End), Math.Abs(hit.Span.Start - w.Span.End)) <= 6
                );
        return isMeant && AspectRatio.TryParse(hit.Text, out AspectRatio ratio)
            ? new Shape(hit.Place, hit.Text, "", ratio.Value)
            : null;
    }

    private sealed record Shape(SourceSpan Place, string Written, string Kind, double? Ratio);
}
