using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a sending, as the journal has it.</summary>
/// <param name="Answer">The record of its pictures, or null.</param>
/// <param name="Failure">Why there are none, or null.</param>
/// <param name="Cost">What was paid or may have been, as far as it is known.</param>
internal sealed record RecordedOutcome(SendingAnswered? Answer, ProviderFailure? Failure, PriceRange Cost);
