using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class ParameterInProseRule() : LintRule("IMG3404", "parameter-in-prose", DiagnosticSeverity.Warning)
{
    private const string Set = "parameter-in-prose";
    private const string Aspect = "aspect";
    private const string Things = "size-of-things";
    private const int SmallestEdge = 256;
    private static readonly string[] Ratios = ["16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "4:5", "5:4", "1:1", "21:9"];

    public override string Documentation =>
        """
            ## What it checks

            Settings of the request that are said in prose: ratio, size in pixels, quality, file format, number of
            pictures. A television set of 4:3 or a grid of 4x4 is part of the picture and not meant.

            ## Why it matters

            The size, the format and the number of pictures come from parameters. Words do not change them: the ratio
            that is asked for in prose is drawn into whatever size the request has.

            ## Example

            ```imgp
            subject: "a paper boat on a canal, aspect ratio 16:9"
            ```

            ```imgp
            locale: ko
            prompt: "운하 위의 종이배, 16:9 비율, 투명 PNG"
            ```

            ## Use instead

            ```imgp
            subject: "a paper boat on a canal"
            technical { aspect: 16:9 }
            ```

            ```imgp
            locale: ko
            prompt: "운하 위의 종이배"
            technical { aspect: 16:9, format: png }
            ```

            ## Fix safety

            There is no fix: where else the file says it, and what of the sentence is left, is yours to see.

            ## Options

            None.

            ## Source

            OpenAI's prompting guide for the 2.5 models, quoted in a public note of 1 October 2026: "Set API parameters
            separately from the prompt". Of 539 published prompts that were counted in 2026 a fifth name a ratio, of the
            24 in OpenAI's own guide none.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        TermHit? last = null;
        foreach (TermHit hit in context.ClaimsOf(Set).Where(h => IsSetting(context, h)))
        {
            // "투명 PNG로" holds two terms and one setting.
            if (last?.Passage == hit.Passage && hit.Span.Start < last.Span.End)
            {
                continue;
            }

            last = hit;
            string key = hit.Value switch
            {
                "bare-aspect" or "oriented" => Aspect,
                "resolution" => "size",
                _ => hit.Value,
            };
            context.Report(
                Finding(
                    hit.Place,
                    $"`technical` has `{key}` for it",
                    $"the setting \"{hit.Said}\" has no effect in prose: the request goes out with the {key} that the parameters say",
                    $"Write it as `technical {{ {key}: … }}` and leave it out here."
                )
            );
        }
    }

    private static bool IsSetting(StageContext context, TermHit hit) =>
        hit.Value switch
        {
            "size" => IsPixelSize(hit)
                && hit.Passage is not { Kind: "ui" }
                && !context.HitsNear(Things, hit).Any(t => IsNext(hit, t)),
            "oriented" => Ratios.Any(r => hit.Text.Contains(r, StringComparison.Ordinal)),
            "bare-aspect" => hit.StandsAlone,
            // "a 2:1 ratio of milk to coffee" is what is in the picture.
            Aspect => !hit.Text.EndsWith("ratio", StringComparison.OrdinalIgnoreCase)
                || hit.Text.Contains("aspect", StringComparison.OrdinalIgnoreCase)
                || !hit.TextAfter.StartsWith("of ", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };

    private static bool IsNext(TermHit hit, TermHit thing) =>
        thing.Span.Start >= hit.Span.End
        && hit.Passage.Plain.AsSpan(hit.Span.End, thing.Span.Start - hit.Span.End).Trim() is "" or "px" or "pixel";

    private static bool IsPixelSize(TermHit hit)
    {
        string[] edges = hit.Text.Split(['x', 'X', '×', '*', ' '], StringSplitOptions.RemoveEmptyEntries);
        return edges.Length >= 2
            && edges
                .Take(2)
                .All(e => int.TryParse(Digits(e), CultureInfo.InvariantCulture, out int n) && n >= SmallestEdge);
    }

    private static string Digits(string edge) => string.Concat(edge.TakeWhile(char.IsAsciiDigit));
}
