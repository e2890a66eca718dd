using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary><c>standard</c> or <c>hd</c>, the qualities of DALL-E, for a GPT image model.</summary>
internal sealed class DallEQualityCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2016", "dall-e-quality", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.Quality is not { } quality
            || quality is not ("standard" or "hd")
            || context.Model is null
            || !context.Model.Qualities.TryGet(out ImmutableArray<string> qualities)
            || qualities.Contains(quality)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("quality");
        string instead = quality == "hd" ? "high" : "auto";
        yield return Finding(
            place.Place,
            "a quality of DALL-E",
            $"`{quality}` is a quality of DALL-E; `{context.Request.Model}` has others",
            $"It has {string.Join(", ", qualities.Select(q => $"`{q}`"))}."
        ) with
        {
            Fixes = qualities.Contains(instead) ? place.Write(instead) : [],
        };
    }
}
