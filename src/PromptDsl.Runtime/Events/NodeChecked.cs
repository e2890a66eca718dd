using PromptDsl.Planning;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Events;

/// <summary>A picture was checked.</summary>
public sealed record NodeChecked(PlanKey Node, int Variant, CheckResult Check) : RunEvent;
