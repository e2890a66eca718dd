using System.Collections.Immutable;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>What became of a run.</summary>
/// <param name="RunId">The id by which it is found, resumed and fetched.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Nodes">The stages that took part, in the order of the files, builds and stages.</param>
/// <param name="Money">What it cost.</param>
public sealed record RunResult(string RunId, RunStatus Status, ImmutableArray<NodeResult> Nodes, RunMoney Money)
{
    /// <summary>The price that was shown, or would have been.</summary>
    public required RunForecast Forecast { get; init; }

    /// <summary>
    /// The failure that stopped the run, as every other request would have ended in it: no money is left, or the key
    /// is not accepted.
    /// </summary>
    public ProviderFailure? StoppedBy { get; init; }

    /// <summary>
    /// The ids of batches that were handed in and not collected: they go on whatever ended the run, and
    /// <see cref="PromptRunner.FetchAsync"/> collects them.
    /// </summary>
    public ImmutableArray<string> PendingBatches { get; init; } = [];

    /// <summary>The failures, in order.</summary>
    public IEnumerable<RunFailure> Failures => Nodes.Select(n => n.Failure).OfType<RunFailure>();
}
