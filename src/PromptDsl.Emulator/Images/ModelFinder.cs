using PromptDsl.Emulator.Http;
using PromptDsl.Targets;

namespace PromptDsl.Emulator.Images;

/// <summary>Finds the model that a request names among those that are served today.</summary>
internal sealed class ModelFinder(ModelCatalog catalog, TimeProvider clock)
{
    public IEnumerable<ImageModel> Served => catalog.Models.Where(IsServed);

    /// <summary>Finds a model; without an id it is the one of the catalog, as defaults of endpoints change.</summary>
    /// <exception cref="ApiException">It is unknown or retired.</exception>
    public ImageModel Find(string? id)
    {
        if (id is null)
        {
            return catalog.DefaultModel;
        }

        // How the service answers after a shutdown is not documented; like a model that never was.
        return catalog.Find(id) is { } model && IsServed(model)
            ? model
            : throw ApiException.NotFound(
                $"The model '{id}' does not exist or you do not have access to it.",
                "model",
                "model_not_found"
            );
    }

    public bool IsImageModel(string id) => catalog.Find(id) is not null;

    private bool IsServed(ImageModel model) =>
        !(model.Status.TryGet(out ModelStatus status) && status == ModelStatus.Retired)
        && ModelEnd.DaysUntil(model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is null or > 0;
}
