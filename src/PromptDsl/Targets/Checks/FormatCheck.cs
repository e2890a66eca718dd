using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A file format that the model does not give: GIF and SVG need a model that has them.</summary>
internal sealed class FormatCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2053", "format-not-supported", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.Format is not { } format
            || context.Model is null
            || !context.Model.Formats.TryGet(out ImmutableArray<string> formats)
            || formats.Contains(format)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("format");
        yield return Weigh(
            context.Model.Formats,
            Finding(
                place.Place,
                "not with this model",
                $"`{context.Request.Model}` gives no {format.ToUpperInvariant()}",
                $"It gives {string.Join(", ", formats.Select(f => $"`{f}`"))}."
            ) with
            {
                Fixes = formats.IsEmpty ? [] : place.Write(formats[0]),
            }
        );
    }
}
