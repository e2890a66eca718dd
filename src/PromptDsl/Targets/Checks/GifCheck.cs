using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A GIF with what the API does not take together with one: partial pictures, a mask.</summary>
internal sealed class GifCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2014", "gif-combination", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (!context.Gives("gif"))
        {
            yield break;
        }

        var format = new DiagnosticLabel(context.PlaceOf("format").Place, "the format");
        if (context.Parameters.PartialImages is > 0)
        {
            ParameterPlace place = context.PlaceOf("partial-images");
            yield return Weigh(
                context.Model.Formats,
                Finding(
                    place.Place,
                    "not with a GIF",
                    "a GIF is not streamed, so it has no partial pictures",
                    "Remove it, or choose another format."
                ) with
                {
                    Secondary = [format],
                    Fixes = place.Remove(FixSafety.Safe),
                }
            );
        }

        if (context.Stage.Mask is { } mask)
        {
            yield return Weigh(
                context.Model.Formats,
                Finding(
                    mask.Place,
                    "not with a GIF",
                    "an edit that gives a GIF takes no mask",
                    "Remove the mask and say in words what stays, or choose another format."
                ) with
                {
                    Secondary = [format],
                }
            );
        }
    }
}
