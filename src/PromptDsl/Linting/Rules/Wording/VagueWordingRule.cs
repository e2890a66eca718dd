using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class VagueWordingRule() : LintRule("IMG3401", "vague-wording", DiagnosticSeverity.Warning)
{
    private const string Set = "vague-wording";
    private const string SentenceEnds = ".!?\n";

    public override string Documentation =>
        """
            ## What it checks

            Praise that stands alone: a description, a sentence of it, a mood or a style that says "beautiful", "nice", "멋진" or "느낌적인
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

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "구체성과 명확성": avoid
            vague words; its example is "아름다운 풍경" (a beautiful landscape).
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (IGrouping<(Passage Passage, int Start), TermHit> hits in BySentence(context.HitsOf(Set)))
        {
            Passage passage = hits.Key.Passage;
            bool isSubject = MayHoldOneWord(context, passage);
            TextSpan sentence = SentenceFrom(passage, hits.Key.Start);
            int others = CountOthers(passage, sentence, hits.Where(h => isSubject || h.Value != "noun"));
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
    private static int CountOthers(Passage passage, TextSpan sentence, IEnumerable<TermHit> hits)
    {
        var known = new SpanSet(hits.Select(h => h.Span));
        return Words
            .Spans(passage.Plain.Substring(sentence.Start, sentence.Length))
            .Count(w => !known.Overlaps(new TextSpan(sentence.Start + w.Start, 1)));
    }

    private static IEnumerable<IGrouping<(Passage Passage, int Start), TermHit>> BySentence(IEnumerable<TermHit> hits)
    {
        TermHit? last = null;
        int start = 0;
        return hits.GroupBy(h =>
        {
            // Only what lies behind the hit before is looked at, however long the sentence is.
            int from = ReferenceEquals(last?.Passage, h.Passage) ? last!.Span.Start : 0;
            int end = h.Passage.Plain.AsSpan(from..h.Span.Start).LastIndexOfAny(SentenceEnds);
            start =
                end >= 0 ? from + end + 1
                : from == 0 ? 0
                : start;
            last = h;
            return (h.Passage, start);
        });
    }

    private static TextSpan SentenceFrom(Passage passage, int start)
    {
        int length = passage.Plain.AsSpan(start).IndexOfAny(SentenceEnds);
        return TextSpan.FromBounds(start, length < 0 ? passage.Plain.Length : start + length);
    }
}
