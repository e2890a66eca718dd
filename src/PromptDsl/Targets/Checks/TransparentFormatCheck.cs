using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A transparent background in a format without one. The API documents PNG and WebP for it; JPEG has no
/// transparency, and for GIF none is documented.
/// </summary>
internal sealed class TransparentFormatCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2004", "transparent-format", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            !context.WantsTransparency
            || context.Model is null
            || !context.Model.Formats.TryGet(out ImmutableArray<string> formats)
            || context.Parameters.Format is not { } format
            || format is not ("jpeg" or "gif")
            || !formats.Contains(format)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("format");
        SourceSpan background = context.PlaceOf("background").Place;
        yield return Weigh(
            context.Model.Formats,
            Finding(
                place.Place,
                "without transparency",
                $"a {format.ToUpperInvariant()} has no transparent background",
                "Write `format: png` or `format: webp`. The API refuses other formats with a transparent background."
            ) with
            {
                Secondary = [new DiagnosticLabel(background, "asked for here")],
                Fixes = [.. new[] { "png", "webp" }.Where(formats.Contains).SelectMany(f => place.Write(f))],
            }
        );
    }
}
