using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A mask with several input pictures: the API applies it to the first.</summary>
internal sealed class MaskOfSeveralCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2011", "mask-of-several", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Stage is not { Mask: { } mask, Inputs: [var first, _, ..] }
            || context.Model is null
            || !context.Model.Mask.TryGet(out bool takesMask)
            || !takesMask
        )
        {
            yield break;
        }

        yield return Finding(
            mask.Place,
            "only for the first picture",
            Text($"the mask applies to the first of {context.Stage.Inputs.Length} pictures only"),
            "If that is the picture to change, nothing is wrong. Otherwise edit one picture in a stage, and combine in another."
        ) with
        {
            Secondary = [new DiagnosticLabel(TargetContext.PlaceOf(first), "the first picture")],
        };
    }
}
