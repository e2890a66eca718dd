using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Events;

/// <summary>The run ended; nothing follows.</summary>
public sealed record RunFinished(string RunId, RunStatus Status, RunMoney Money) : RunEvent;
