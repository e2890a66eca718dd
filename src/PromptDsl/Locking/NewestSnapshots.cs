using System.Collections.Immutable;
using PromptDsl.Targets;

namespace PromptDsl.Locking;

/// <summary>Pins each model to the newest snapshot that a catalog has; one asked for by its date is kept.</summary>
public sealed class NewestSnapshots(ModelCatalog catalog) : IModelPins
{
    public string? SnapshotOf(string model)
    {
        if (catalog.Find(model) is not { } known || !known.Snapshots.TryGet(out ImmutableArray<string> snapshots))
        {
            return null;
        }

        // The ids of one model differ in the date at their end, written year first.
        return snapshots.Contains(model) ? model : snapshots.Max(StringComparer.Ordinal);
    }
}
