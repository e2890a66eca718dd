namespace PromptDsl.Runtime.Providers;

/// <summary>A question about a batch that was not answered.</summary>
/// <param name="failure">Why.</param>
public sealed class ProviderException(ProviderFailure failure) : Exception(failure.Message)
{
    public ProviderFailure Failure { get; } = failure;
}
