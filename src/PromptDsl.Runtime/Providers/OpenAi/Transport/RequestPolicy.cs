using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Changes something about each request before it is sent.</summary>
internal abstract class RequestPolicy : PipelinePolicy
{
    public sealed override void Process(
        PipelineMessage message,
        IReadOnlyList<PipelinePolicy> pipeline,
        int currentIndex
    )
    {
        Change(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    public sealed override ValueTask ProcessAsync(
        PipelineMessage message,
        IReadOnlyList<PipelinePolicy> pipeline,
        int currentIndex
    )
    {
        Change(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    protected abstract void Change(PipelineRequest request);
}
