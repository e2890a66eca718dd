using PromptDsl.Diagnostics;
using PromptDsl.Linting.Claims;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ConflictingMediaRule() : LintRule("IMG3101", "conflicting-media", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            Two media for the whole picture that cannot be one: a photograph that is also a watercolour. Ink with
            watercolour and other usual pairs are one technique, a `mix` blends on purpose, and a medium that is part
            of the scene ("an oil painting on the wall") is none of the picture.

            ## Why it matters

            The model paints in one of the two, or makes a photograph with a filter; which one changes from run to run.

            ## Example

            ```imgp
            content: photo
            subject: "a harbour in the rain"
            style { medium: "watercolour on rough paper" }
            ```

            ```imgp
            locale: ko
            subject: "비 내리는 항구"
            style { medium: "수채화", finish: "픽셀 아트" }
            ```

            ## Use instead

            ```imgp
            subject: "a harbour in the rain"
            style {
              mix "photograph" { weight: 40% }
              mix "watercolour" { weight: 60% }
            }
            ```

            ## Fix safety

            There is no fix: only you know which of the two you mean.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": no contradicting
            instructions. Of 1,155 published prompts that were counted in 2026, 28 ask for a photograph and a drawn
            style at once, more than hold any other contradiction that was counted.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        if (ContentAgainstMedium(context) is { } finding)
        {
            context.Report(finding);
            return;
        }

        foreach (Conflict conflict in ConflictFinder.Find(context, h => h.Term.Set.Name == Dimensions.Medium))
        {
            TermHit first = conflict.First.Hit;
            TermHit second = conflict.Second.Hit;
            context.Report(
                Conflicting(
                    new DiagnosticLabel(second.Place, "another medium"),
                    second.Text,
                    new DiagnosticLabel(first.Place, "one medium"),
                    first.Text
                )
            );
        }
    }

    private Diagnostic? ContentAgainstMedium(StageContext context)
    {
        if (context.Stage.Scene.Content is not WordValue content)
        {
            return null;
        }

        Claim? claim = context.Claims.FirstOrDefault(c =>
            c.Hit.Term.Set.Name == Dimensions.Medium
            && c.Scope == PassageScope.Picture
            && c.Hit.Passage.Kind == "style"
            && c.Hit.Passage.Key == "medium"
            && Excludes(content.Word, c.Hit)
        );
        return claim is null || ClaimsBoth(context, claim)
            ? null
            : Conflicting(
                new DiagnosticLabel(claim.Hit.Place, "another medium"),
                claim.Hit.Text,
                new DiagnosticLabel(content.Place, "the kind of picture"),
                content.Word
            );
    }

    private static bool Excludes(string content, TermHit medium) =>
        content switch
        {
            "photo" => medium.Term.Set.AreOpposite("photograph", medium.Value),
            "illustration" or "coloring-page" => medium.Value == "photograph",
            _ => false,
        };

    // "A photograph of an oil painting" is a photo.
    private static bool ClaimsBoth(StageContext context, Claim claim) =>
        context.HitsOf(Dimensions.Medium, claim.Hit.Passage).Any(h => h.Value == "photograph" && h != claim.Hit)
        || !context.HitsOf("contrast", claim.Hit.Passage).IsEmpty;

    private Diagnostic Conflicting(
        DiagnosticLabel second,
        string secondText,
        DiagnosticLabel first,
        string firstText
    ) =>
        Finding(
            second.Place,
            second.Text,
            $"the whole picture is to be \"{firstText}\" and \"{secondText}\", and the model makes one of the two, another one each time",
            "Keep one medium, or blend them on purpose: `mix \"watercolour\" { weight: 60% }`."
        ) with
        {
            Secondary = [first],
        };
}
