using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>A row of the table of faults: what becomes of a request for one picture.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Fault">The fault; null for connections that are refused.</param>
/// <param name="Kind">The kind of failure that it is; null when the answer is taken.</param>
/// <param name="Once">What comes of it when it happens once.</param>
/// <param name="Always">What comes of it when it happens each time.</param>
internal sealed record FaultRow(string Name, Fault? Fault, FailureKind? Kind, FaultEnd Once, FaultEnd Always)
{
    /// <summary>Where it can happen.</summary>
    public required Phase[] Phases { get; init; }

    /// <summary>Whether something may have been paid although no picture came.</summary>
    public bool MayHaveBeenPaid { get; init; } = Kind is FailureKind.OutcomeUnknown or FailureKind.MalformedAnswer;

    /// <summary>Whether every other request would end in it too, so that it stops the whole run.</summary>
    public bool IsOfAccount { get; init; } = Kind is FailureKind.QuotaExhausted;
}

/// <summary>What became of a request.</summary>
/// <param name="Status">How its stage ended.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Paid">How many pictures the server charged.</param>
internal sealed record FaultEnd(NodeStatus Status, int Attempts, int Paid);
