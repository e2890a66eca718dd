namespace PromptDsl.Locking;

/// <summary>Says which dated state of a model is sent.</summary>
public interface IModelPins
{
    /// <summary>The snapshot that is sent in the place of a model, or null when the id is sent as it is.</summary>
    string? SnapshotOf(string model);
}
