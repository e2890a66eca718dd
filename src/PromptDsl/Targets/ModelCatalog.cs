using System.Collections.Immutable;

namespace PromptDsl.Targets;

/// <summary>The image models that a prompt can be compiled for.</summary>
public sealed class ModelCatalog
{
    private readonly ImmutableArray<ModelEntry> _entries;
    private readonly Lazy<ImmutableArray<ImageModel>> _models;
    private readonly ModelEntry _default;

    /// <summary>Makes a catalog of models whose ids and snapshots differ.</summary>
    /// <exception cref="ArgumentException"><paramref name="entries"/> lack the default model.</exception>
    internal ModelCatalog(
        DateOnly asOf,
        ImmutableArray<ModelEntry> entries,
        Fact<string> defaultModel,
        Fact<string> defaultConversationModel
    )
    {
        AsOf = asOf;
        _entries = entries;
        _models = new(() => [.. entries.Select(entry => entry.Model)]);
        _default =
            FindEntry(defaultModel.Value)
            ?? throw new ArgumentException(
                $"The default model '{defaultModel.Value}' is not one of the models.",
                nameof(defaultModel)
            );
        DefaultConversationModel = defaultConversationModel;
    }

    /// <summary>The catalog that <c>models.yaml</c> states.</summary>
    public static ModelCatalog BuiltIn { get; } = BuiltInModels.Create();

    /// <summary>The day up to which the facts were gathered.</summary>
    public DateOnly AsOf { get; }

    /// <summary>All models, living and retired, newest family first.</summary>
    public ImmutableArray<ImageModel> Models => _models.Value;

    /// <summary>The model of a file that names none.</summary>
    public ImageModel DefaultModel => _default.Model;

    /// <summary>
    /// The model that holds the conversation when the Responses API is used and none is named. It is a
    /// language model, so it is not one of <see cref="Models"/>.
    /// </summary>
    public Fact<string> DefaultConversationModel { get; }

    /// <summary>Finds a model by its id or by the id of one of its snapshots.</summary>
    public ImageModel? Find(string id) => FindEntry(id)?.Model;

    private ModelEntry? FindEntry(string id)
    {
        foreach (ModelEntry entry in _entries)
        {
            if (entry.IsNamed(id))
            {
                return entry;
            }
        }

        return null;
    }
}
