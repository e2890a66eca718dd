using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class DarkSceneRule() : LintRule("IMG3309", "dark-scene", DiagnosticSeverity.Hint)
{
    private const string Set = "darkness";
    private const string Dark = "dark";

    // What can be said of a place alone, so that it counts in a subject: things are "dark", not "pitch-black".
    private const string Pitch = "pitch";

    public override string Documentation =>
        """
            ## What it checks

            A picture that is dark as a whole, or whose subject is in a "pitch-black" place, when nothing in it gives light and no `expect` checks that it is bright enough.

            ## Why it matters

            Models make dark pictures darker than they were asked to: what matters drowns in black, above all in print.

            ## Example

            ```imgp
            subject "a fox on a forest path" { setting: "a pitch-dark forest" }
            ```

            ```imgp
            locale: ko
            subject "숲길의 여우" { setting: "칠흑같이 어두운 숲" }
            ```

            ## Use instead

            ```imgp
            subject "a fox on a forest path" { setting: "a dark forest, rim light from a low moon" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            DAIR.AI, "OpenAI 4o Image Generation Guide", https://www.promptingguide.ai/guides/4o-image-generation (read
            November 2026), "Limitations": a picture with dark elements may turn out too dark.
            """;

    internal override void CheckStage(StageContext context)
    {
        TermHit? dark = context
            .HitsOf(Set)
            .FirstOrDefault(h =>
                h
                    is {
                        Value: Dark or Pitch,
                        IsNegated: false,
                        Passage.Role: PassageRole.Description,
                        Passage.Mix: null
                    }
                && (h.Passage.Scope == PassageScope.Picture || (h.Passage.Scope.IsSubject && h.Value == Pitch))
                && h.Passage.Kind is "subject" or "style" or "photo" or "illustration"
            );
        bool hasLight = context
            .HitsOf(Set)
            .Any(h => h.Value is not (Dark or Pitch) && h is { IsNegated: false, Passage.IsWording: true });
        if (dark is not null && !hasLight && !context.Stage.Expect.IsTrue("not-dark"))
        {
            context.Report(
                Finding(
                    dark.Place,
                    "nothing gives light",
                    "the picture is dark and nothing in it gives light, so the model makes it darker than it should be",
                    "Name a source of light, or add `expect { not-dark: true }`."
                )
            );
        }
    }
}
