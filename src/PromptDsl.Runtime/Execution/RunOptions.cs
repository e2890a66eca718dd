using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>What is said about a run.</summary>
public sealed record RunOptions
{
    public static RunOptions Default { get; } = new();

    /// <summary>How many requests may be under way at once, at least 1.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>
    /// The stage to begin at, in every build that has it. The stages that it builds on are not sent: their
    /// pictures come from the cache, or else from the output folder, as the last run left them there.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The stage to end with, in every build that has it; only it and what it builds on is made.</summary>
    public string? Until { get; init; }

    /// <summary>Which alternatives go on; of two for one stage the later counts.</summary>
    public ImmutableArray<VariantPick> Picks { get; init; } = [];

    /// <summary>
    /// What the run may cost. A request is sent only while everything spent, what is under way at its upper
    /// bound, and the request itself at its upper bound stay within it.
    /// </summary>
    public Money? MaxCost { get; init; }

    /// <summary>Whether the price was agreed to beforehand.</summary>
    public bool Yes { get; init; }

    /// <summary>Asked before the first paid request, unless <see cref="Yes"/>; without either nothing paid is sent.</summary>
    public Func<RunForecast, CancellationToken, Task<bool>>? Consent { get; init; }

    /// <summary>
    /// Whether requests may be sent whose price is not fully known. Without it they are sent only when
    /// <see cref="Consent"/> was asked and agreed, and never under <see cref="MaxCost"/>.
    /// </summary>
    public bool AllowsUnknownPrice { get; init; }

    /// <summary>Whether cached pictures are left alone; what comes back replaces them.</summary>
    public bool NoCache { get; init; }

    /// <summary>The id of a run to go on with: what it has paid for is not sent again.</summary>
    public string? Resume { get; init; }

    /// <summary>The folder that pictures are written to.</summary>
    public string OutputFolder { get; init; } = "out";

    /// <summary>
    /// The name of a picture below <see cref="OutputFolder"/>. <c>{file}</c> is the path of the source without its
    /// extension, <c>{build}</c>, <c>{stage}</c> and <c>{variant}</c> say themselves, <c>{-n}</c> is <c>-2</c> for the
    /// second of several pictures, <c>{run}</c> the id of the run and <c>{ext}</c> the format. A part that is empty goes
    /// away with the <c>/</c> after it.
    /// </summary>
    public string OutputPattern { get; init; } = "{file}/{build}/{stage}{-n}.{ext}";

    /// <summary>The folder for the records of runs.</summary>
    public string StateFolder { get; init; } = ".promptc";

    /// <summary>What happens after a failure.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    /// <summary>Limits a minute by model, where they are known before the first response says them.</summary>
    public ImmutableDictionary<string, RateLimits> Limits { get; init; } =
        ImmutableDictionary.Create<string, RateLimits>(StringComparer.Ordinal);

    /// <summary>Whether stages go on from a picture that fails its expectations.</summary>
    public bool BuildsOnFailedExpectations { get; init; }

    /// <summary>Whether requests are handed in as batches, which take up to a day.</summary>
    public bool Batch { get; init; }

    /// <summary>Whether a run with batches waits until they have ended, rather than returning meanwhile.</summary>
    public bool Wait { get; init; }

    /// <summary>How long to wait between two looks at a batch.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the caller wants to find again in the record of the run, such as its arguments; no secrets.</summary>
    public ImmutableDictionary<string, string> Notes { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
}
