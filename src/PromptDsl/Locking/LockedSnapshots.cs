using PromptDsl.Targets;

namespace PromptDsl.Locking;

/// <summary>Pins models as a lock says. A snapshot that the catalog does not have is not sent; <see cref="LockComparer"/> reports it.</summary>
public sealed class LockedSnapshots(LockFile locked, ModelCatalog catalog) : IModelPins
{
    public string? SnapshotOf(string model) => IsKnown(model) ? locked.Models.GetValueOrDefault(model) : null;

    /// <summary>Whether what is locked for a model, if anything, is a state of that model.</summary>
    internal bool IsKnown(string model) =>
        locked.Models.GetValueOrDefault(model) is not { } snapshot || catalog.Find(snapshot) == catalog.Find(model);
}
