using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A mask with several pictures to edit: the API applies it to the first. Pictures that are only followed
/// are sent after the one that is edited, so they are no reason for doubt.
/// </summary>
internal sealed class MaskOfSeveralCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2011", "mask-of-several", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Stage is not { Mask: { } mask, Inputs: [var first, ..] }
            || context.Model is null
            || !context.Model.Mask.TryGet(out bool takesMask)
            || !takesMask
        )
        {
            yield break;
        }

        int edited = context.Stage.Inputs.Count(i => i.IsEdited);
        if (edited < 2)
        {
            yield break;
        }

        yield return Finding(
            mask.Place,
            "only for the first picture",
            Text($"the mask applies only to the first of the {edited} pictures that are edited"),
            "If that is the picture to change, nothing is wrong. Otherwise edit one picture in a stage, and combine in another."
        ) with
        {
            Secondary = [new DiagnosticLabel(TargetContext.PlaceOf(first), "the first picture")],
        };
    }
}
