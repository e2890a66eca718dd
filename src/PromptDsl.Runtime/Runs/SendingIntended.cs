using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>A request is about to be sent. Without a later line about it nobody knows what became of it.</summary>
/// <param name="Sending">What is sent.</param>
/// <param name="Attempt">Which attempt of this run it is, from 1.</param>
/// <param name="Price">What it costs at least and at most, as far as it is known.</param>
public sealed record SendingIntended(SendingKey Sending, int Attempt, PriceRange Price) : JournalRecord;
