using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

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

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): name each input
            picture by its number and its role.
            """;

    internal override void CheckStage(StageContext context)
    {
        Reference[] unexplained =
        [
            .. context
                .Stage.Inputs.Where(i => !i.IsEdited)
                .SelectMany(i => i.Uses)
                .Select(u => u.Reference)
                .OfType<Reference>()
                .Where(r => !IsExplained(r)),
        ];
        if (unexplained.Length == 0)
        {
            return;
        }

        HashSet<string?> named = [.. NamesIn(context)];
        foreach (Reference reference in unexplained.Where(r => !named.Contains(r.Name)))
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

    /// <summary>The pictures that texts of the stage name, and those that things are made from.</summary>
    private static IEnumerable<string?> NamesIn(StageContext context) =>
        context
            .Passages.SelectMany(p => p.Text.Runs)
            .Select(r => r.Picture)
            .Concat(SceneWalk.Things(context.Stage.Scene).Select(t => (t.Thing.Fields["from"] as NameValue)?.Name));

    private static bool IsExplained(Reference reference) =>
        !reference.Roles.IsEmpty || reference.Fields.Any(f => f.Key is "take" or "part" or "ignore");
}
