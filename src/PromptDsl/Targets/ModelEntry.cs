using System.Collections.Immutable;

namespace PromptDsl.Targets;

/// <summary>
/// A model that is made when it is first asked for: a compilation needs one model, and making all of
/// them takes milliseconds at the start of a process.
/// </summary>
internal sealed class ModelEntry(string id, ImmutableArray<string> snapshots, Func<ImageModel> create)
{
    private readonly Lazy<ImageModel> _model = new(create);

    public ImageModel Model => _model.Value;

    public string Id { get; } = id;

    public bool HasSnapshot(string name) => snapshots.Contains(name);
}
