using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>
/// Stands where the SDK repeats requests. Repeating is the scheduler's: the SDK would not wait in
/// between, would repeat what no money is left for, and would pay twice without a trace.
/// </summary>
internal sealed class SingleAttempt : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(
        PipelineMessage message,
        IReadOnlyList<PipelinePolicy> pipeline,
        int currentIndex
    ) => ProcessNextAsync(message, pipeline, currentIndex);
}
