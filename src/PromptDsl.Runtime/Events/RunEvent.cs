using System.Text.Json.Serialization;

namespace PromptDsl.Runtime.Events;

/// <summary>
/// Something that happened in a run. The kinds are closed: each of them is a type of its own, and a line of
/// <see cref="RunEventJson"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(NodeStarted), "node-started")]
[JsonDerivedType(typeof(NodeWaiting), "node-waiting")]
[JsonDerivedType(typeof(NodeSent), "node-sent")]
[JsonDerivedType(typeof(NodeRetrying), "node-retrying")]
[JsonDerivedType(typeof(NodePartial), "node-partial")]
[JsonDerivedType(typeof(NodeReused), "node-reused")]
[JsonDerivedType(typeof(NodeChecked), "node-checked")]
[JsonDerivedType(typeof(NodeFinished), "node-finished")]
[JsonDerivedType(typeof(NodeFailed), "node-failed")]
[JsonDerivedType(typeof(NodeSkipped), "node-skipped")]
[JsonDerivedType(typeof(MoneyChanged), "money")]
[JsonDerivedType(typeof(BatchSubmitted), "batch-submitted")]
[JsonDerivedType(typeof(BatchPolled), "batch-polled")]
[JsonDerivedType(typeof(RunFinished), "run-finished")]
public abstract record RunEvent
{
    private protected RunEvent() { }

    /// <summary>The version of the form; it changes when a field changes its meaning.</summary>
    [JsonPropertyOrder(-2)]
    public int Schema => RunEventJson.Schema;

    /// <summary>When it happened, in UTC.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset Time { get; init; }
}
