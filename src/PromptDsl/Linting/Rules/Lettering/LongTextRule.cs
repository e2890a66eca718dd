using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class LongTextRule() : LintRule("IMG3202", "long-text", DiagnosticSeverity.Warning)
{
    private static readonly IntegerOption MaxCharacters = new(
        "max-characters",
        80,
        1,
        10000,
        "The most characters of one text; a letter of Hangul, Kana or Han counts as two."
    );

    private static readonly IntegerOption MaxWords = new("max-words", 14, 1, 1000, "The most words of one text.");

    public override string Documentation =>
        """
            ## What it checks

            Copy of more than 14 words or 80 characters in one `text`, label or table cell. A letter of Hangul, Kana or
            Han counts as two characters.

            ## Why it matters

            The longer the copy, the surer a letter is dropped, doubled or made up, and the smaller it is drawn.

            ## Example

            ```imgp
            details {
              text "Join us on the pier this Saturday evening for soup, songs and a slow walk home under the lamps" { at: bottom, font: "serif" }
            }
            ```

            ```imgp
            locale: ko
            details {
              text "이번 토요일 저녁 부두에서 따뜻한 수프와 노래를 함께 나누고 가로등 불빛 아래를 천천히 걸어 돌아가는 작은 모임에 여러분을 모십니다" { at: bottom, font: "명조" }
            }
            ```

            ## Use instead

            ```imgp
            details { text "Soup and songs, Saturday" { at: bottom, font: "serif" } }
            ```

            ```imgp
            locale: ko
            details { text "토요일, 수프와 노래" { at: bottom, font: "명조" } }
            ```

            ## Fix safety

            There is no fix: what can be left out is yours to say.

            ## Options

            `max-characters`: the most characters of one text; 80 by default. `max-words`: the most words; 14 by default.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "텍스트 렌더링 오류": keep
            copy short. STRICT (arXiv 2505.18985) measures how legibility falls with length. The bounds are those of a
            long headline and a choice.
            """;

    public override ImmutableArray<RuleOption> Options => [MaxCharacters, MaxWords];

    internal override void CheckStage(StageContext context)
    {
        int maxCharacters = context.File.ValueOf(this, MaxCharacters);
        int maxWords = context.File.ValueOf(this, MaxWords);
        foreach (Passage copy in context.Copy)
        {
            int characters = copy.Plain.Sum(c => WritingScripts.Of(c).IsEastAsian() ? 2 : 1);
            int words = Words.Spans(copy.Plain).Count();
            if (characters > maxCharacters || words > maxWords)
            {
                context.Report(
                    Finding(
                        copy.Text.Place,
                        words > maxWords ? $"{words} words" : $"{copy.Plain.Length} characters",
                        "copy of this length comes back with letters dropped, doubled or made up",
                        "Shorten it, split it into several `text`s, or set it afterwards."
                    )
                );
            }
        }
    }
}
