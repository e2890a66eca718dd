using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>
/// Names the program to the server, and nothing about the machine: the SDK would send the operating
/// system, the processor and the versions of the runtime.
/// </summary>
internal sealed class UserAgentPolicy : PipelinePolicy
{
    private static readonly string UserAgent =
        $"promptc/{typeof(UserAgentPolicy).Assembly.GetName().Version?.ToString(3)}";

    private static readonly string[] Telemetry =
    [
        "X-Stainless-Lang",
        "X-Stainless-Package-Version",
        "X-Stainless-Runtime",
        "X-Stainless-Runtime-Version",
        "X-Stainless-OS",
        "X-Stainless-Arch",
    ];

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(
        PipelineMessage message,
        IReadOnlyList<PipelinePolicy> pipeline,
        int currentIndex
    )
    {
        Set(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private static void Set(PipelineRequestHeaders headers)
    {
        foreach (string name in Telemetry)
        {
            headers.Remove(name);
        }

        headers.Set("User-Agent", UserAgent);
    }
}
