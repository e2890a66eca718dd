namespace PromptDsl.Runtime.Providers;

/// <summary>A request of a batch.</summary>
/// <param name="Id">Known to the provider as <c>custom_id</c>.</param>
public sealed record BatchRequest(string Id, ProviderRequest Request);
