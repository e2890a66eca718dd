using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Planning;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>Why a stage failed, with the places in the source that it concerns.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Kind">What failed.</param>
/// <param name="Message">One sentence without a final period; no secret.</param>
public sealed record RunFailure(PlanKey Node, RunFailureKind Kind, string Message)
{
    /// <summary>What to do, in one or two sentences.</summary>
    public string? Help { get; init; }

    /// <summary>The failure of the provider that was the last.</summary>
    public ProviderFailure? Provider { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>The head of the stage.</summary>
    public required DiagnosticLabel Primary { get; init; }

    /// <summary>
    /// For a refusal the authored lines that the prompt was made of, in the order of the prompt; for a failed
    /// expectation the expectations.
    /// </summary>
    public ImmutableArray<DiagnosticLabel> Places { get; init; } = [];
}
