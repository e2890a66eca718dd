using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>
/// Runs compiled files: sends their requests in the order that their stages need, pays for nothing twice, and
/// writes the pictures. Safe to use from several threads, and beside other processes on the same folders.
/// </summary>
/// <param name="provider">Sends the requests; runs with batches need an <see cref="IBatchProvider"/>.</param>
/// <param name="cache">Keeps pictures between runs; null for none.</param>
/// <param name="verifier">Checks pictures against what their stages expect; null for <see cref="ExpectationVerifier"/>.</param>
/// <param name="time">The clock; null for that of the system.</param>
/// <param name="random">Makes ids differ and waits vary; null for any.</param>
/// <param name="logger">Gets what events do not say; null for nobody.</param>
public sealed class PromptRunner(
    IImageProvider provider,
    IPictureCache? cache = null,
    IPictureVerifier? verifier = null,
    TimeProvider? time = null,
    Random? random = null,
    ILogger<PromptRunner>? logger = null
)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Random _random = random ?? Random.Shared;
    private readonly ILogger _logger = logger ?? NullLogger<PromptRunner>.Instance;

    /// <summary>
    /// Carries out a run, or goes on with one. What goes wrong with requests is part of the result, and so is
    /// being cancelled once the run has begun.
    /// </summary>
    /// <param name="sources">The files, each compiled without errors and under a path of its own.</param>
    /// <param name="options">What is said about the run; null for <see cref="RunOptions.Default"/>.</param>
    /// <param name="progress">
    /// Told what happens, at once, from any thread, and one event after the other. It does not throw: that would end the run.
    /// <see cref="Progress{T}"/> passes events on later and may change their order.
    /// </param>
    /// <param name="cancellationToken">Stops the run at once; it can be resumed.</param>
    /// <exception cref="RunException">The run cannot begin, or cannot hand in or collect its batches.</exception>
    /// <exception cref="ArgumentException">A file has errors, or two have one path, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the run began; nothing is recorded.</exception>
    public async Task<RunResult> RunAsync(
        IEnumerable<RunSource> sources,
        RunOptions? options = null,
        IProgress<RunEvent>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            ImmutableArray<RunSource> files = [.. sources];
            return await StartAsync(files, options ?? RunOptions.Default, progress, cancellationToken);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            throw new RunException($"the run cannot begin: {e.Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>
    /// Collects the batches of a run that have ended, and hands in those that can follow: what
    /// <see cref="RunAsync"/> does with <see cref="RunOptions.Resume"/> and <see cref="RunOptions.Batch"/>.
    /// </summary>
    /// <param name="sources">The files of the run.</param>
    /// <param name="runId">The id of the run.</param>
    /// <param name="options">What is said about the run.</param>
    /// <param name="progress">Told what happens, at once, from any thread, and one event after the other.</param>
    /// <param name="cancellationToken">Stops waiting; the batches go on.</param>
    /// <exception cref="RunException">There is no such run, or it cannot go on.</exception>
    /// <exception cref="ArgumentException">As with <see cref="RunAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">As with <see cref="RunAsync"/>.</exception>
    public Task<RunResult> FetchAsync(
        IEnumerable<RunSource> sources,
        string runId,
        RunOptions? options = null,
        IProgress<RunEvent>? progress = null,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            sources,
            (options ?? RunOptions.Default) with
            {
                Resume = runId,
                Batch = true,
            },
            progress,
            cancellationToken
        );

    /// <summary>
    /// Says what a run would send and cost, and how much of it is there already. A stage that builds on a picture still
    /// to be made counts as sent. Nothing is sent or written.
    /// </summary>
    /// <param name="sources">The files.</param>
    /// <param name="options">What is said about the run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RunException">There could be no such run.</exception>
    public async Task<RunForecast> ForecastAsync(
        IEnumerable<RunSource> sources,
        RunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ImmutableArray<RunSource> files = [.. sources];
        RunOptions asked = options ?? RunOptions.Default;
        RunChecks.Check(files, asked, provider);
        ImmutableArray<RunNode> nodes = RunGraph.Build(files, asked, provider.IsPaid);
        var store = new RunStore(asked.StateFolder);
        JournalState? journal = asked.Resume is { } id ? JournalState.Read(store.Read(id).Records) : null;
        var output = new OutputFiles(asked, asked.Resume ?? store.NewId(_time.GetUtcNow(), _random), nodes);
        var forecaster = new Forecaster(provider, cache ?? new EmptyCache(), asked, new InputFiles(), output, journal);
        return await forecaster.ForecastAsync(nodes, cancellationToken);
    }

    private async Task<RunResult> StartAsync(
        ImmutableArray<RunSource> sources,
        RunOptions options,
        IProgress<RunEvent>? progress,
        CancellationToken cancellationToken
    )
    {
        RunChecks.Check(sources, options, provider);
        ImmutableArray<RunNode> nodes = RunGraph.Build(sources, options, provider.IsPaid);
        var store = new RunStore(options.StateFolder);
        string runId = options.Resume ?? store.NewId(_time.GetUtcNow(), _random);
        var output = new OutputFiles(options, runId, nodes);
        var inputs = new InputFiles();
        IPictureCache pictures = cache ?? new EmptyCache();
        await using RunRecords? resumed = options.Resume is null ? null : RunRecords.Open(store, runId, _time);
        JournalState? journal = resumed?.Journal.State;
        RunForecast forecast = await new Forecaster(provider, pictures, options, inputs, output, journal).ForecastAsync(
            nodes,
            cancellationToken
        );
        PriceRange spent = journal?.SpentBesideBatches ?? PriceRange.Zero;
        if (!await IsAgreedAsync(forecast, options, cancellationToken))
        {
            return new RunResult(runId, RunStatus.Declined, [], new RunMoney(spent, Money.Zero, options.MaxCost))
            {
                Forecast = forecast,
            };
        }

        await using RunRecords? created = resumed is null ? await RunRecords.CreateAsync(store, runId, _time) : null;
        var events = new EventSink(progress, _time);
        using var gate = new RequestGate(options.Concurrency, options.Limits, _time);
        using var run = new RunContext(cancellationToken)
        {
            Provider = provider,
            Cache = pictures,
            Verifier = verifier ?? new ExpectationVerifier(),
            Options = options,
            Records = (resumed ?? created)!,
            Ledger = new Ledger(options.MaxCost, spent, money => events.Report(new MoneyChanged(money))),
            Gate = gate,
            Inputs = inputs,
            Events = events,
            Time = _time,
            Random = _random,
            Logger = _logger,
        };
        var session = new RunSession(run, sources, nodes, output, forecast);
        return await session.RunAsync(isResumed: resumed is not null, cancellationToken);
    }

    /// <summary>Whether the price was agreed to, or there is none.</summary>
    /// <exception cref="RunException">A price is not known, and nobody allowed that.</exception>
    private async Task<bool> IsAgreedAsync(
        RunForecast forecast,
        RunOptions options,
        CancellationToken cancellationToken
    )
    {
        if (!provider.IsPaid || forecast.Requests == 0)
        {
            return true;
        }

        bool asks = !options.Yes && options.Consent is not null;
        if (!forecast.Price.IsKnown && !options.AllowsUnknownPrice && (options.MaxCost is not null || !asks))
        {
            throw new RunException($"the price of the run is not fully known: {forecast.Price.Unknown[0]}")
            {
                Help = options.MaxCost is null
                    ? "Allow requests whose price is not known (--allow-unknown-price), or let somebody agree to it."
                    : "A limit cannot be kept without it. Allow requests whose price is not known (--allow-unknown-price): then what is known of it counts.",
            };
        }

        return options.Yes || (options.Consent is { } ask && await ask(forecast, cancellationToken));
    }
}
