using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Puts the key, if there is one, into the header where the server looks for it.</summary>
/// <param name="key">Gives the key.</param>
/// <param name="header">The header of the bare key; null for <c>Authorization: Bearer</c>.</param>
internal sealed class ApiKeyPolicy(Func<string?> key, string? header) : AuthenticationPolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(
        PipelineMessage message,
        IReadOnlyList<PipelinePolicy> pipeline,
        int currentIndex
    )
    {
        Set(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Set(PipelineMessage message)
    {
        if (key() is { } value)
        {
            message.Request.Headers.Set(header ?? "Authorization", header is null ? $"Bearer {value}" : value);
        }
    }
}
