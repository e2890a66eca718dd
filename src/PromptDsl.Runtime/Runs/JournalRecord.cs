using System.Text.Json.Serialization;

namespace PromptDsl.Runtime.Runs;

/// <summary>
/// A line of the journal of a run. The kinds are closed; the order of the lines is the order in which things
/// happened.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "record")]
[JsonDerivedType(typeof(RunOpened), "opened")]
[JsonDerivedType(typeof(RunContinued), "continued")]
[JsonDerivedType(typeof(SendingIntended), "intended")]
[JsonDerivedType(typeof(SendingAnswered), "answered")]
[JsonDerivedType(typeof(SendingFailed), "failed")]
[JsonDerivedType(typeof(SendingReused), "reused")]
[JsonDerivedType(typeof(PictureWritten), "written")]
[JsonDerivedType(typeof(StageLeft), "left")]
[JsonDerivedType(typeof(BatchIntended), "batch-intended")]
[JsonDerivedType(typeof(BatchHandedIn), "batch-handed-in")]
[JsonDerivedType(typeof(BatchCollected), "batch-collected")]
[JsonDerivedType(typeof(RunClosed), "closed")]
public abstract record JournalRecord
{
    private protected JournalRecord() { }

    /// <summary>When it happened, in UTC.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset Time { get; init; }
}
