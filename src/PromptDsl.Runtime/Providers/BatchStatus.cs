namespace PromptDsl.Runtime.Providers;

/// <summary>How far a batch is.</summary>
/// <param name="State">As the provider names it, such as <c>in_progress</c> or <c>completed</c>.</param>
/// <param name="HasEnded">Whether nothing more will come.</param>
public sealed record BatchStatus(string State, bool HasEnded, int Total, int Completed, int Failed)
{
    /// <summary>Why the batch as a whole failed, or could not be asked about.</summary>
    public ProviderFailure? Failure { get; init; }
}
