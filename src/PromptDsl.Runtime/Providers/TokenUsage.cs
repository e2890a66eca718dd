namespace PromptDsl.Runtime.Providers;

/// <summary>Tokens as a response counts them; null is a number that the response does not give.</summary>
public sealed record TokenUsage
{
    public long? TextInput { get; init; }

    public long? ImageInput { get; init; }

    /// <summary>All input tokens that were read from the provider's cache.</summary>
    public long? CachedInput { get; init; }

    public long? TextOutput { get; init; }

    public long? ImageOutput { get; init; }

    public long? Input { get; init; }

    public long? Output { get; init; }
}
