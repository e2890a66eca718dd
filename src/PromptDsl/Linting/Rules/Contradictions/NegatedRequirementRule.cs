using PromptDsl.Diagnostics;
using PromptDsl.Linting.Requirements;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class NegatedRequirementRule() : LintRule("IMG3103", "negated-requirement", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A negative, or "no …" in prose, that forbids what the file asks for: "people" and a farmer, "text" and a
            headline. Kinds are known: a dog is an animal. A negative of a region concerns that region. A qualified
            negative ("other people", "extra text", "no blue cars") leaves the rest allowed, and a statue of a man is
            no person.

            ## Why it matters

            The model leaves the thing out, or draws it against the negative; it cannot do both.

            ## Example

            ```imgp
            details { object farmer "a farmer with a straw hat" }
            negatives: ["people"]
            ```

            ```imgp
            locale: ko
            details { text 제목 "달무리" { at: top } }
            negatives: ["글자"]
            ```

            ## Use instead

            ```imgp
            details { object farmer "a farmer with a straw hat" }
            negatives: ["other people"]
            ```

            ## Fix safety

            There is no fix: only you know whether the negative or the thing is to go.

            ## Options

            None. Nouns join the lexicon in the configuration of the project.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": no contradicting
            instructions. Of 1,155 published prompts that were counted in 2026, 14 forbid text and ask for it.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        if (context.Prohibitions.IsEmpty)
        {
            return;
        }

        var required = new RequiredThings(context);
        foreach (Prohibition prohibition in context.Prohibitions)
        {
            if (required.Find(prohibition) is { } place)
            {
                string what = place.Text.Length <= 30 ? $": \"{place.Text.Trim('"').ReplaceLineEndings(" ")}\"" : "";
                context.Report(
                    Finding(
                        prohibition.Place,
                        "forbidden here",
                        $"the negative \"{prohibition.Place.Text}\" forbids what the file asks for{what}, so the model leaves it out or draws it anyway",
                        "Remove the negative, or say which are meant: `\"other people\"`, `\"extra text\"`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(place, "asked for here")],
                    }
                );
            }
        }
    }
}
