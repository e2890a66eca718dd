using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>An SVG with what the API does not take together with one: an edit, partial pictures.</summary>
internal sealed class SvgCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2015", "svg-combination", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (!context.Gives("svg"))
        {
            yield break;
        }

        ParameterPlace format = context.PlaceOf("format");
        if (context.UsesEdits || context.Stage.IsEdit)
        {
            yield return Weigh(
                context.Model.Formats,
                Finding(
                    format.Place,
                    "not from a picture",
                    "an SVG is made from words only, and this request sends a picture",
                    "Choose another format here, or describe the picture in words."
                ) with
                {
                    Secondary = [new DiagnosticLabel(context.Stage.Place, "sends a picture")],
                    Fixes = format.Write("png"),
                }
            );
        }
        else if (context.Parameters.PartialImages is > 0)
        {
            ParameterPlace partial = context.PlaceOf("partial-images");
            yield return Weigh(
                context.Model.Formats,
                Finding(
                    partial.Place,
                    "not with an SVG",
                    "an SVG is not streamed, so it has no partial pictures",
                    "Remove it, or choose another format."
                ) with
                {
                    Secondary = [new DiagnosticLabel(format.Place, "the format")],
                    Fixes = partial.Remove(FixSafety.Safe),
                }
            );
        }
    }
}
