using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// Partial pictures cost tokens. It is a warning where they are a good part of what the picture itself
/// costs, and a hint where they are little or the picture's own tokens are not known.
/// </summary>
internal sealed class PartialImagesCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2021", "partial-images-cost", DiagnosticSeverity.Warning))
{
    /// <summary>Partial pictures that cost this part of the picture itself, a quarter, are worth a warning.</summary>
    private const int WorthWarning = 4;

    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.PartialImages is not (> 0 and var partial)
            || context.Model is not { } model
            || !model.Tokens.PerPartialImage.TryGet(out int each)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("partial-images");
        int tokens = partial * each;
        decimal? own = OwnTokens(context, model);
        string itself = own is null ? "" : Text($", which itself counts about {own:N0}");
        yield return Finding(
            place.Place,
            Text($"{tokens} tokens more a picture"),
            Text($"`partial-images: {partial}` adds {tokens} output tokens to a picture{itself}"),
            "Remove it unless somebody watches the picture appear."
        ) with
        {
            Severity =
                own is { } known && tokens * WorthWarning >= known
                    ? DiagnosticSeverity.Warning
                    : DiagnosticSeverity.Hint,
            Fixes = place.Remove(FixSafety.Unsafe),
        };
    }

    private static decimal? OwnTokens(TargetContext context, ImageModel model) =>
        context.Parameters.Quality is { } quality
        && context.Request.Size.Size is { } size
        && model.Tokens.Output.TryGet(out PerImageTable? table)
            ? table.Find(quality, size)
            : null;
}
