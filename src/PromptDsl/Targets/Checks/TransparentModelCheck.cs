using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A transparent background of a model that has none. It is an error for a preview, too: OpenAI calls
/// it one for gpt-image-2, and a run of 2026-10-08 was answered "Transparent background is not supported
/// for this model." A project that has the preview adds it to the backgrounds of the model.
/// </summary>
internal sealed class TransparentModelCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2005", "transparent-not-supported", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            !context.WantsTransparency
            || context.Model is not { } model
            || !model.Backgrounds.TryGet(out ImmutableArray<string> backgrounds)
            || backgrounds.Contains("transparent")
        )
        {
            yield break;
        }

        bool isPreview =
            model.PreviewBackgrounds.TryGet(out ImmutableArray<string> previews) && previews.Contains("transparent");
        ParameterPlace place = context.PlaceOf("background");
        string? able = Replacement(context);
        string help = able is null ? "Take a model that has one." : $"`{able}` has one.";
        yield return Finding(
            place.Place,
            isPreview ? "a preview that the API may refuse" : "not with this model",
            isPreview
                ? $"the transparent background is a preview for `{context.Request.Model}`, and the API was seen to refuse it"
                : $"`{context.Request.Model}` has no transparent background",
            isPreview
                ? $"{help} If your account has the preview, add `transparent` to the `backgrounds` of the model in promptc.yaml."
                : help
        ) with
        {
            Fixes = [.. place.Write("opaque"), .. ChangeModel(context, place, able)],
        };
    }

    private static string? Replacement(TargetContext context) =>
        context.Model!.Replacements.TryGet(out ImmutableArray<string> instead)
            ? instead.FirstOrDefault(id =>
                context.Catalog.Find(id) is { } model
                && model.Backgrounds.TryGet(out ImmutableArray<string> backgrounds)
                && backgrounds.Contains("transparent")
            )
            : null;

    // A fix stays in the file of the finding, and the model may be named in another one.
    private static ImmutableArray<CodeFix> ChangeModel(TargetContext context, ParameterPlace background, string? model)
    {
        ParameterPlace place = context.PlaceOf("model");
        SourceText? file = place.Field is null ? null : place.Place.Source;
        return model is not null && ReferenceEquals(file, background.Place.Source) ? place.Write($"\"{model}\"") : [];
    }
}
