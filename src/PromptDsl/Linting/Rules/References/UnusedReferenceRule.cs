using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.References;

internal sealed class UnusedReferenceRule() : LintRule("IMG3502", "unused-reference", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            A reference that no stage of any build sends. Edits send the references of their own and those of the file
            with the role `style` or `character`; the first stage sends all of the file.

            ## Why it matters

            The picture has no influence, though the file reads as if it had.

            ## Example

            ```imgp
            reference plan "plan.png" { role: layout }
            subject: "a harbour"
            stage repaint {
              from: "harbour.png"
              change: "repaint the boats"
              keep: ["the pier"]
            }
            ```

            ```imgp
            locale: ko
            reference 도면 "plan.png" { role: layout }
            subject: "항구"
            stage 칠 {
              from: "harbour.png"
              change: "배를 다시 칠하기"
              keep: ["부두"]
            }
            ```

            ## Use instead

            ```imgp
            subject: "a harbour"
            stage repaint {
              from: "harbour.png"
              reference plan "plan.png" { role: layout }
              change: "repaint the boats"
              keep: ["the pier"]
            }
            ```

            ## Fix safety

            There is no fix: the reference may belong into a stage.

            ## Options

            None.

            ## Source

            None; it follows from what is sent.
            """;

    internal override void CheckFile(FileContext context)
    {
        if (context.Result is not { Succeeded: true } result)
        {
            return;
        }

        HashSet<SourceSpan> sent =
        [
            .. result
                .Builds.SelectMany(b => b.Stages)
                .SelectMany(Pictures)
                .SelectMany(i => i.Uses)
                .Select(u => u.Reference)
                .OfType<Reference>()
                .Select(r => r.Place),
        ];
        foreach (Reference reference in result.Builds.SelectMany(b => b.Model.References).DistinctBy(r => r.Place))
        {
            if (!sent.Contains(reference.Place))
            {
                context.Report(
                    Finding(
                        reference.Place,
                        "sent by no stage",
                        $"no stage sends the reference `{reference.Name}`, so it has no influence on any picture",
                        "Declare it in the stage that needs it, or remove it."
                    )
                );
            }
        }
    }

    private static IEnumerable<InputPicture> Pictures(CompiledStage stage) => stage.Model.Inputs.Concat(stage.LeftOut);
}
