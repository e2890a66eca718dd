using System.Collections.Immutable;

namespace PromptDsl.Runtime.Runs;

/// <summary>A batch of a run that was handed in and not collected.</summary>
/// <param name="BatchId">The id that the provider gave it.</param>
/// <param name="HandedIn">When it was handed in, in UTC.</param>
/// <param name="Sendings">Its requests.</param>
public sealed record WaitingBatch(string BatchId, DateTimeOffset HandedIn, ImmutableArray<SendingKey> Sendings);
