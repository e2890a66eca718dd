using System.ClientModel.Primitives;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>
/// Names the program to the server, and nothing about the machine: the SDK would send the operating
/// system, the processor and the versions of the runtime.
/// </summary>
internal sealed class UserAgentPolicy : RequestPolicy
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

    protected override void Change(PipelineRequest request)
    {
        foreach (string name in Telemetry)
        {
            request.Headers.Remove(name);
        }

        request.Headers.Set("User-Agent", UserAgent);
    }
}
