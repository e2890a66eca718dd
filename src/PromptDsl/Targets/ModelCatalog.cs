using System.Collections.Immutable;

namespace PromptDsl.Targets;

/// <summary>The image models that a prompt can be compiled for.</summary>
public sealed class ModelCatalog
{
    private readonly ImmutableArray<ModelEntry> _entries;
    private readonly Lazy<ImmutableArray<ImageModel>> _models;
    private readonly ModelEntry _default;
    private readonly Fact<string> _defaultModel;

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
        _defaultModel = defaultModel;
        _default =
            FindEntry(defaultModel.Value, entries)
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
    public ImageModel? Find(string id) => FindEntry(id, _entries)?.Model;

    /// <summary>
    /// The catalog with models of a project, and with what it says about the known ones: its facts come
    /// before those of the catalog. New models follow the known ones, in order.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// An addition is like a model that neither the catalog nor an earlier addition has.
    /// </exception>
    public ModelCatalog With(IEnumerable<ModelAddition> additions)
    {
        List<ModelEntry> entries = [.. _entries];
        foreach (ModelAddition addition in additions)
        {
            int known = entries.FindIndex(e => e.Id == addition.Id);
            ImageModel? under = Base(addition, entries);
            ImageModel model = under is null ? addition.Facts : addition.Facts.Over(under);
            var entry = new ModelEntry(
                addition.Id,
                model.Snapshots.TryGet(out ImmutableArray<string> snapshots) ? snapshots : [],
                () => model
            );
            if (known < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[known] = entry;
            }
        }

        return new ModelCatalog(AsOf, [.. entries], _defaultModel, DefaultConversationModel);
    }

    private static ImageModel? Base(ModelAddition addition, List<ModelEntry> entries)
    {
        ModelEntry? entry = FindEntry(addition.Like ?? addition.Id, entries);
        if (entry is null && addition.Like is not null)
        {
            throw new ArgumentException(
                $"'{addition.Id}' is like '{addition.Like}', which is not one of the models.",
                nameof(addition)
            );
        }

        // Snapshots are ids of the other model itself.
        return entry is null || entry.Id == addition.Id ? entry?.Model : entry.Model with { Snapshots = default };
    }

    private static ModelEntry? FindEntry(string id, IReadOnlyList<ModelEntry> entries) =>
        entries.FirstOrDefault(e => e.Id == id) ?? entries.FirstOrDefault(e => e.HasSnapshot(id));
}
