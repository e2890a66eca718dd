using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>A stage as its checks see it.</summary>
internal sealed class TargetContext(
    CompiledStage compiled,
    ImmutableArray<CompiledStage> stages,
    CompilerOptions options,
    AssetLookup assets
)
{
    public CompiledStage Compiled { get; } = compiled;

    public Stage Stage => Compiled.Model;

    public ImageRequest Request => Compiled.Request;

    public ImageParameters Parameters => Stage.Parameters;

    /// <summary>All stages of the file, this one among them.</summary>
    public ImmutableArray<CompiledStage> Stages { get; } = stages;

    public ModelCatalog Catalog { get; } = options.Catalog;

    /// <summary>What is known of the model; null when the catalog does not have it.</summary>
    public ImageModel? Model { get; } = options.Catalog.Find(compiled.Request.Model);

    /// <summary>The day on which the requests are to be sent, if it was said.</summary>
    public DateOnly? AsOf { get; } = options.AsOf;

    /// <summary>What is known of picture files.</summary>
    public AssetLookup Assets { get; } = assets;

    /// <summary>Whether the file has errors already, so that its text may not be what was meant.</summary>
    public bool HasErrors { get; init; }

    /// <summary>Whether the file or the caller names a model, so that none had to be chosen.</summary>
    public bool NamesModel => Parameters.Model is not null;

    public bool IsResponses => Stage.Route == ApiRoute.Responses;

    /// <summary>Whether pictures are sent to be changed or followed, so that the edits endpoint is asked.</summary>
    public bool UsesEdits => !IsResponses && !Request.Inputs.IsEmpty;

    /// <summary>Whether a format is asked for that the model is known to have.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    public bool Gives(string format) =>
        Parameters.Format == format
        && Model is not null
        && Model.Formats.TryGet(out ImmutableArray<string> formats)
        && formats.Contains(format);

    public bool WantsTransparency => Parameters.Background == "transparent";

    /// <summary>
    /// Whether the transparent background is possible here, as far as is known: of two findings about it
    /// the one that ends the matter is enough.
    /// </summary>
    public bool CanBeTransparent =>
        Model is not null
        && Parameters.Format is not ("jpeg" or "gif")
        && (!Model.Backgrounds.TryGet(out ImmutableArray<string> backgrounds) || backgrounds.Contains("transparent"));

    /// <summary>Where a key of <c>technical</c> was said; the stage when nobody said it in a file.</summary>
    public ParameterPlace PlaceOf(string key) =>
        key == "model" && options.Model is not null
            ? new ParameterPlace(Stage.Place, null)
            : new ParameterPlace(Stage.Technical[key]?.Place ?? Stage.Place, Stage.Technical.Find(key));

    /// <summary>Where a picture was named.</summary>
    public static SourceSpan PlaceOf(InputPicture picture) =>
        picture.Uses[0].Reference?.Image.Place ?? picture.Uses[0].Place;

    /// <summary>Whether the endpoint takes a parameter, by its name in the API.</summary>
    public bool Sends(string parameter) =>
        !Request.Notes.Any(n => n.Kind == RequestNoteKind.ParameterNotSent && n.Subject == parameter);
}
