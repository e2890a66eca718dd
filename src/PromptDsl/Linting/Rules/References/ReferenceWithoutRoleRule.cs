using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.References;

internal sealed class ReferenceWithoutRoleRule()
    : LintRule("IMG3501", "reference-without-role", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A reference is sent and nothing tells what it is for: no `role`, no `take`, no `part`, no object that is
            made from it, and no text that names it. A picture that is edited needs no role.

            ## Why it matters

            The model guesses what to take from the picture: its subject, its style or its arrangement.

            ## Example

            ```imgp
            reference board "board.png"
            subject: "a harbour"
            ```

            ```imgp
            locale: ko
            reference 참고 "board.png"
            subject: "항구"
            ```

            ## Use instead

            ```imgp
            reference board "board.png" { role: style, take: "palette and brushwork" }
            subject: "a harbour"
            ```

            ## Fix safety

            There is no fix: only you know what the picture is for.

            ## Options

            None.

            ## Source

            Documented by OpenAI: name each input picture by its number and its role.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (InputPicture input in context.Stage.Inputs.Where(i => !i.IsEdited))
        {
            foreach (Reference reference in input.Uses.Select(u => u.Reference).OfType<Reference>())
            {
                if (!IsExplained(reference) && !ReferenceUse.IsNamed(context, reference.Name))
                {
                    context.Report(
                        Finding(
                            reference.Place,
                            "no role",
                            $"nothing says what the reference `{reference.Name}` is for, so the model takes from it what it likes",
                            "Say it: `{ role: style, take: \"palette and brushwork\" }`."
                        )
                    );
                }
            }
        }
    }

    private static bool IsExplained(Reference reference) =>
        !reference.Roles.IsEmpty || reference.Fields.Any(f => f.Key is "take" or "part" or "ignore");
}
