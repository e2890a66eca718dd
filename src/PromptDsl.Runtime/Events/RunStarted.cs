using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Events;

/// <summary>A run begins, or goes on.</summary>
public sealed record RunStarted(
    string RunId,
    string Provider,
    string Endpoint,
    bool IsResumed,
    int Nodes,
    RunForecast Forecast
) : RunEvent;
