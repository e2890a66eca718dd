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
    /// The stage to begin at; builds without it are left out. Stages before it are not sent: pictures of theirs
    /// that are needed are those in the output folder, as the last run left them there.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The stage to end with; only it and what it builds on is made, and builds without it are left out.</summary>
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
    /// extension; <c>{build}</c> is empty unless the file varies; <c>{stage}</c> is, in a file without stages, the name
    /// of the file; <c>{variant}</c> counts from 1; <c>{-n}</c> is <c>-2</c> for the second of several variants and empty
    /// for the only one; <c>{run}</c> is the id of the run, and <c>{ext}</c> the format. A folder whose name is empty is left
    /// out. What an earlier run wrote under a name is replaced; its own folder keeps it.
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
