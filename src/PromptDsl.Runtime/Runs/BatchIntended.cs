using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Runs;

/// <summary>Requests are about to be handed in as a batch.</summary>
/// <param name="Batch">The number of the batch in this run, from 1.</param>
/// <param name="Sendings">The requests.</param>
/// <param name="Price">What they cost together, as far as it is known.</param>
public sealed record BatchIntended(int Batch, ImmutableArray<BatchSending> Sendings, PriceRange Price) : JournalRecord;
