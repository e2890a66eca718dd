using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class VagueWordingRule() : LintRule("IMG3401", "vague-wording", DiagnosticSeverity.Warning)
{
    private const string Set = "vague-wording";

    public override string Documentation =>
        """
            ## What it checks

            Praise that stands alone: a description, a mood or a style that says "beautiful", "nice", "멋진" or "느낌적인
            느낌" and nothing that can be drawn. A vague word beside concrete ones is no finding.

            ## Why it matters

            Such a word has no look of its own. The model fills the gap with its most ordinary picture, and with another
            one in the next run.

            ## Example

            ```imgp
            subject "a lighthouse on a basalt cliff" { mood: "nice and cool" }
            ```

            ```imgp
            subject: "a beautiful landscape"
            ```

            ```imgp
            locale: ko
            style { mood: "뭔가 느낌 있는 분위기" }
            ```

            ## Use instead

            ```imgp
            subject "a lighthouse on a basalt cliff" { mood: "calm, after the storm" }
            ```

            ```imgp
            locale: ko
            style { mood: "비 갠 뒤의 고요함" }
            ```

            ## Fix safety

            There is no fix: only you know what you want to see.

            ## Options

            None.

            ## Source

            The guides: be concrete, avoid vague words.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (IGrouping<Passage, TermHit> hits in context.HitsOf(Set).GroupBy(h => h.Passage))
        {
            Passage passage = hits.Key;
            bool isSubject = MayHoldOneWord(context, passage);
            int others = CountOthers(passage, hits);
            TermHit? vague = hits.FirstOrDefault(h =>
                h is { IsNegated: false, IsQuoted: false }
                && (h.Value == "vague" || (h.Value == "weak" && others == 0 && passage.Key != "lighting"))
            );
            if (vague is not null && passage.IsWording && others <= (isSubject ? 1 : 0))
            {
                context.Report(
                    Finding(
                        vague.Place,
                        "nothing that can be drawn",
                        $"nothing but praise (\"{vague.Said}\") is said here, so the model draws its most ordinary picture",
                        "Say what makes it so: shapes, materials, colours, light, place, or what happens."
                    )
                );
            }
        }
    }

    /// <summary>Whether a bare noun beside the praise adds nothing, since nothing else describes the subject.</summary>
    private static bool MayHoldOneWord(StageContext context, Passage passage)
    {
        Scene scene = context.Stage.Scene;
        return passage.Kind switch
        {
            "subject" => passage.Key is null
                && scene is { Subject.Fields.Count: 0, Things.IsEmpty: true, Domains.IsEmpty: true },
            "prompt" => scene is { Subject: null, Style: null, Things.IsEmpty: true, Domains.IsEmpty: true },
            _ => false,
        };
    }

    /// <summary>Counts the words that are neither vague nor filler.</summary>
    private static int CountOthers(Passage passage, IEnumerable<TermHit> hits)
    {
        var known = new SpanSet(hits.Select(h => h.Span));
        return TextWords.In(passage.Plain).Count(w => !known.Overlaps(new TextSpan(w.Start, 1)));
    }
}
