using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>The run stopped; it may be continued.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Spent">What all of it cost until now, as far as it is known.</param>
public sealed record RunClosed(RunStatus Status, PriceRange Spent) : JournalRecord;
