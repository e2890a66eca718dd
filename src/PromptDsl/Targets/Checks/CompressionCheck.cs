using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// <c>compression</c> of a format that has none: the API takes <c>output_compression</c> with JPEG and
/// WebP only. Without <c>format</c> it answers with PNG.
/// </summary>
internal sealed class CompressionCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2008", "compression-without-loss", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.Compression is null
            || context.Model is null
            || !context.Model.Formats.TryGet(out ImmutableArray<string> formats)
            || context.Parameters.Format is "jpeg" or "webp"
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("compression");
        ParameterPlace format = context.PlaceOf("format");
        string name = PictureFormats.Spoken(context.Parameters.Format ?? "png");
        bool isInFile = format.Field is not null && ReferenceEquals(format.Place.Source, place.Place.Source);
        yield return Weigh(
            context.Model.Formats,
            Finding(
                place.Place,
                context.Parameters.Format is null ? "without `format` the picture is a PNG" : $"not for {name}",
                $"`compression` is for JPEG and WebP, and the picture is {name}",
                "The API refuses the request. Remove `compression`, or write `format: jpeg` or `format: webp`."
            ) with
            {
                Secondary = format.Field is null ? [] : [new DiagnosticLabel(format.Place, "the format")],
                Fixes =
                [
                    .. place.Remove(FixSafety.Safe),
                    .. isInFile
                        ? new[] { "webp", "jpeg" }.Where(formats.Contains).SelectMany(f => format.Write(f))
                        : [],
                ],
            }
        );
    }
}
