using PromptDsl.Assets;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A mask that does not fit: it is a PNG, as large as the first picture, transparent where that picture
/// is to be changed. OpenAI states two limits for its length: 4 MB, and the 50 MB of every input.
/// </summary>
internal sealed class MaskCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2010", "unusable-mask", DiagnosticSeverity.Error))
{
    /// <summary>The stricter of the two limits, in megabytes.</summary>
    private const int CautiousMegabytes = 4;

    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Stage.Mask is not { } mask
            || context.Model is null
            || !context.Model.Mask.TryGet(out bool takesMask)
            || !takesMask
        )
        {
            return [];
        }

        if (context.Assets.Find(mask.Path) is not { } facts)
        {
            bool isPng = PictureFormats.OfContentType(new FileInput(mask.Path).ContentType) == "png";
            return isPng || context.Assets.IsMissing(mask.Path) ? [] : [NotPng(mask)];
        }

        if (facts.Problem is { } problem)
        {
            return
            [
                Of(
                    mask,
                    "cannot be read",
                    $"the mask `{mask.Path}` is no picture that can be read: {problem}",
                    "Save the mask anew, as a PNG."
                ),
            ];
        }

        return facts.Format == AssetFormat.Png
            ? [.. OfSize(context, mask, facts), .. OfPixels(mask, facts), .. OfLength(context, mask, facts)]
            : [NotPng(mask)];
    }

    private Diagnostic NotPng(ImageValue mask) =>
        Of(
            mask,
            "not a PNG",
            $"the mask `{mask.Path}` is no PNG",
            "Save the mask as a PNG, transparent where the picture is to change."
        );

    private IEnumerable<Diagnostic> OfSize(TargetContext context, ImageValue mask, AssetFacts facts)
    {
        if (
            context.Stage.Inputs.IsEmpty
            || facts.Size is not { } own
            || SizeOf(context, context.Stage.Inputs[0].Source) is not { } first
            || own == first
            || (IsTurned(context, context.Stage.Inputs[0].Source) && own == new ImageSize(first.Height, first.Width))
        )
        {
            yield break;
        }

        yield return Of(
            mask,
            $"{own}",
            $"the mask is {own}, and the picture that it is for is {first}",
            $"Make the mask {first}, the size of the first picture."
        ) with
        {
            Secondary =
            [
                new DiagnosticLabel(TargetContext.PlaceOf(context.Stage.Inputs[0]), $"the first picture, {first}"),
            ],
        };
    }

    private static ImageSize? SizeOf(TargetContext context, InputSource source) =>
        source is FileInput file
            ? context.Assets.Find(file.Path)?.Size
            : context.Stages.First(s => s.Name == ((StageInput)source).Stage).Request.Size.Size;

    // The orientation that a JPEG states is not looked at; it may turn the picture by a right angle.
    private static bool IsTurned(TargetContext context, InputSource source) =>
        source is FileInput file && context.Assets.Find(file.Path)?.Format == AssetFormat.Jpeg;

    private IEnumerable<Diagnostic> OfPixels(ImageValue mask, AssetFacts facts)
    {
        if (facts.HasAlpha == false || facts.HasTransparentPixels == false)
        {
            yield return Of(
                mask,
                "nothing is transparent",
                $"no pixel of the mask `{mask.Path}` is transparent, so nothing may change",
                "Erase the part of the mask where the picture is to change; black or white is not transparent."
            );
        }
    }

    private IEnumerable<Diagnostic> OfLength(TargetContext context, ImageValue mask, AssetFacts facts)
    {
        string length = FileSizes.Spoken(facts.Bytes);
        if (context.Model!.MaxInputMegabytes.TryGet(out int most) && FileSizes.IsAbove(facts.Bytes, most))
        {
            yield return Weigh(
                context.Model.MaxInputMegabytes,
                Of(
                    mask,
                    Text($"not below {most} MB"),
                    Text($"the mask has {length}; it stays below {most} MB"),
                    "Save it with fewer colours."
                )
            );
        }
        else if (FileSizes.IsAbove(facts.Bytes, CautiousMegabytes))
        {
            yield return Of(
                mask,
                Text($"above {CautiousMegabytes} MB"),
                Text($"the mask has {length}; one page of the API asks for less than {CautiousMegabytes} MB"),
                "Save it with fewer colours: a mask needs none."
            ) with
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }

    private Diagnostic Of(ImageValue mask, string label, string message, string help) =>
        Finding(mask.Place, label, message, help);
}
