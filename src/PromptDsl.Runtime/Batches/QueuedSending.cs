using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Batches;

/// <summary>A sending that waits to be handed in, with its money.</summary>
internal sealed record QueuedSending(Sending Sending, Reservation Reservation);
