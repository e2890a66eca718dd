using PromptDsl.Runtime.Budgets;

namespace PromptDsl.Runtime.Events;

/// <summary>Money was set aside, spent or given back.</summary>
public sealed record MoneyChanged(RunMoney Money) : RunEvent;
