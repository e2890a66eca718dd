using System.Collections.Immutable;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Running;

/// <summary>What the command line says about a run; null is what it leaves to promptc.yaml.</summary>
internal sealed record RunSettings
{
    /// <summary>Whether pictures are sketched here instead of asked for.</summary>
    public bool IsOffline { get; init; }

    public string? BaseUrl { get; init; }

    public string? Profile { get; init; }

    public string? Out { get; init; }

    public int? Concurrency { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public ImmutableArray<VariantPick> Picks { get; init; } = [];

    public Money? MaxCost { get; init; }

    public bool AllowsUnknownPrice { get; init; }

    public bool Yes { get; init; }

    public bool NoCache { get; init; }

    public bool BuildsOnFailedExpectations { get; init; }

    /// <summary>The id of the run to go on with, or <c>last</c>.</summary>
    public string? Resume { get; init; }

    public bool Batch { get; init; }

    public bool Wait { get; init; }

    /// <summary>Whether events are written as lines of JSON.</summary>
    public bool IsJson { get; init; }
}
