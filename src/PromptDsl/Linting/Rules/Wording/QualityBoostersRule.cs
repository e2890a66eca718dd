using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class QualityBoostersRule() : LintRule("IMG3402", "quality-boosters", DiagnosticSeverity.Hint)
{
    private const string Set = "quality-booster";

    public override string Documentation =>
        """
            ## What it checks

            Words that ask for quality in general: "8K, ultra-detailed, masterpiece", "초고화질, 고퀄리티". Words with
            another sense ("masterpiece", "4K") count only as an item of their own. All of one text are one finding.

            ## Why it matters

            They were tags of picture collections that older models learned from. Here they describe nothing: the place
            that they take says neither what is seen nor how. Quality is a parameter.

            ## Example

            ```imgp
            subject: "a heron in the reeds, 8K, ultra-detailed"
            ```

            ```imgp
            locale: ko
            subject: "갈대밭의 왜가리, 초고화질, 고퀄리티"
            ```

            ## Use instead

            ```imgp
            subject: "a heron in the reeds, every feather sharp, photographed with a long lens"
            technical { quality: high }
            ```

            ```imgp
            locale: ko
            subject: "갈대밭의 왜가리, 깃털 하나하나가 또렷한 망원 사진"
            technical { quality: high }
            ```

            ## Fix safety

            There is no fix: what should stand in their place is yours to say.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "Gpt-image-1.5 Prompting Guide": camera and composition terms steer realism better than
            "8K" and "ultra-detailed". Of 539 published prompts that were counted in 2026, a third hold such words.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        IEnumerable<TermHit> found = context.ClaimsOf(Set).Where(h => h.Value == "anywhere" || h.StandsAlone);
        foreach (IGrouping<Passage, TermHit> hits in found.GroupBy(h => h.Passage))
        {
            TermHit first = hits.First();
            context.Report(
                Finding(
                    first.Place,
                    "describes nothing",
                    $"words such as \"{first.Said}\" ask for quality in general and change nothing that is seen",
                    "Say what is to be sharp, rich or real, in words for camera, light and material; `technical { quality: high }` asks for more work."
                ) with
                {
                    Secondary = [.. hits.Skip(1).Select(h => new DiagnosticLabel(h.Place, "this one too"))],
                }
            );
        }
    }
}
