using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class UnplacedTextRule() : LintRule("IMG3205", "unplaced-text", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            A `text` that says neither `at` nor a relation to something else, outside regions and cells.

            ## Why it matters

            The model puts the copy where it finds room: over a face, across an edge, somewhere else in every run.

            ## Example

            ```imgp
            details { text "Low Tide" { font: "wide sans serif" } }
            ```

            ```imgp
            locale: ko
            details { text "썰물" { font: "굵은 고딕" } }
            ```

            ## Use instead

            ```imgp
            details { text "Low Tide" { at: top, font: "wide sans serif" } }
            ```

            ```imgp
            locale: ko
            details {
              object 배 "뒤집힌 나룻배"
              text "썰물" { above: 배, font: "굵은 고딕" }
            }
            ```

            ## Fix safety

            There is no fix: where it belongs is yours to say.

            ## Options

            None.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): give quoted
            text its place.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach ((TextThing text, Passage copy) in context.Texts)
        {
            if (text.Fields.Find("at") is null && text.Relations.IsEmpty && copy.Scope.Area is null)
            {
                context.Report(
                    Finding(
                        copy.Text.Place,
                        "has no place",
                        "copy without a place lands wherever there is room, elsewhere in every run",
                        "Say `at`, or a relation such as `above`."
                    )
                );
            }
        }
    }
}
