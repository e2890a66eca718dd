using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class CrowdedTextRule() : LintRule("IMG3204", "crowded-text", DiagnosticSeverity.Hint)
{
    private static readonly IntegerOption MaxBlocks = new(
        "max-blocks",
        8,
        1,
        1000,
        "The most texts and labels of one picture."
    );

    public override string Documentation =>
        """
            ## What it checks

            More than eight texts and callouts in one picture. The strings of a table are not counted.

            ## Why it matters

            Each block gets less room and less care: letters break, and blocks trade places or are left out.

            ## Example

            ```imgp
            details {
              for word in ["Mint", "Sage", "Dill", "Thyme", "Basil", "Chive", "Anise", "Sorrel", "Lovage"] {
                text "${word}" { at: top, font: "serif" }
              }
            }
            ```

            ```imgp
            locale: ko
            details {
              for 말 in ["박하", "세이지", "딜", "백리향", "바질", "부추", "아니스", "소리쟁이", "고수"] {
                text "${말}" { at: top, font: "명조" }
              }
            }
            ```

            ## Use instead

            ```imgp
            details {
              for word in ["Mint", "Sage", "Dill", "Thyme"] {
                text "${word}" { at: top, font: "serif" }
              }
            }
            ```

            ```imgp
            locale: ko
            details {
              for 말 in ["박하", "세이지", "딜", "백리향"] {
                text "${말}" { at: top, font: "명조" }
              }
            }
            ```

            ## Fix safety

            There is no fix: what can go into another picture or stage is yours to say.

            ## Options

            `max-blocks`: the most texts and labels of one picture; 8 by default.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "텍스트 렌더링 오류": keep
            copy short, and set complex copy in later turns. The bound is a choice; no measurement is known.
            """;

    public override ImmutableArray<RuleOption> Options => [MaxBlocks];

    internal override void CheckStage(StageContext context)
    {
        int most = context.File.ValueOf(this, MaxBlocks);
        Passage[] blocks = [.. context.Copy.Where(p => p.Kind is "text" or "callout")];
        if (blocks.Length > most)
        {
            context.Report(
                Finding(
                    blocks[most].Text.Place,
                    $"one of {blocks.Length} blocks of copy",
                    $"a picture with {blocks.Length} blocks of copy loses letters, and blocks trade places",
                    "Letter them in several stages, or leave the smaller ones to be set afterwards."
                )
            );
        }
    }
}
