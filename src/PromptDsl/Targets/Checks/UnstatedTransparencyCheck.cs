using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A transparent background that the prompt does not ask for as well. Edits are left alone: what they
/// change may be transparent already.
/// </summary>
internal sealed class UnstatedTransparencyCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2007", "unstated-transparency", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.WantsTransparency
            && context.CanBeTransparent
            && !context.Stage.IsEdit
            && !NamedBackdropCheck.HasBackdrop(context.Stage)
            && !TransparencyWords.AreIn(context.Compiled.Prompt.Text)
        )
        {
            yield return Finding(
                context.PlaceOf("background").Place,
                "the prompt does not say so",
                "the background is to be transparent, and the prompt does not ask for a subject that stands alone",
                "Say it in the prompt, too, as in `subject: \"a single isolated icon of a box, on a transparent background\"`."
            );
        }
    }
}
