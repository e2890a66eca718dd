using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A quality that the model does not have, such as <c>xhigh</c> before gpt-image-2.5.</summary>
internal sealed class QualityCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2018", "quality-not-supported", DiagnosticSeverity.Error))
{
    /// <summary>The qualities of all models, from the cheapest up.</summary>
    private static readonly ImmutableArray<string> Order = ["low", "standard", "medium", "high", "hd", "xhigh", "max"];

    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.Quality is not { } quality
            || quality is "standard" or "hd"
            || context.Model is null
            || !context.Model.Qualities.TryGet(out ImmutableArray<string> qualities)
            || qualities.Contains(quality)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("quality");
        string? nearest = Nearest(quality, qualities);
        yield return Weigh(
            context.Model.Qualities,
            Finding(
                place.Place,
                "not with this model",
                $"`{context.Request.Model}` has no quality `{quality}`",
                $"It has {string.Join(", ", qualities.Select(q => $"`{q}`"))}."
            ) with
            {
                Fixes = nearest is null ? [] : place.Write(nearest),
            }
        );
    }

    private static string? Nearest(string quality, ImmutableArray<string> qualities) =>
        qualities
            .Where(q => Order.Contains(q))
            .OrderBy(q => Math.Abs(Order.IndexOf(q) - Order.IndexOf(quality)))
            .FirstOrDefault();
}
