using Microsoft.Extensions.Logging;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Execution;

/// <summary>What everything in a run shares.</summary>
internal sealed class RunContext : IDisposable
{
    private readonly CancellationTokenSource _aborting;
    private readonly CancellationTokenSource _stopping;

    public RunContext(CancellationToken cancellationToken)
    {
        _aborting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(_aborting.Token);
    }

    public required IImageProvider Provider { get; init; }

    public required IPictureCache Cache { get; init; }

    public required IPictureVerifier Verifier { get; init; }

    public required RunOptions Options { get; init; }

    public required RunRecords Records { get; init; }

    public required Ledger Ledger { get; init; }

    public required RequestGate Gate { get; init; }

    public required InputFiles Inputs { get; init; }

    public required EventSink Events { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    public required ILogger Logger { get; init; }

    public RunJournal Journal => Records.Journal;

    /// <summary>Ends everything, requests under way too.</summary>
    public CancellationToken Aborting => _aborting.Token;

    /// <summary>Ends everything that waits; requests under way go on to their end.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>The failure that every further request would end in, or null.</summary>
    public ProviderFailure? StoppedBy { get; private set; }

    /// <summary>Lets nothing more be sent, since every request would fail in the same way.</summary>
    public void StopFor(ProviderFailure failure)
    {
        StoppedBy ??= failure;
        StopSending();
    }

    /// <summary>Lets nothing more be sent; what is under way goes on to its end.</summary>
    public void StopSending() => _stopping.Cancel();

    /// <summary>Ends everything, since the run itself failed.</summary>
    public void Abort() => _aborting.Cancel();

    /// <summary>A random number from 0 to below 1.</summary>
    public double NextJitter()
    {
        lock (Random)
        {
            return Random.NextDouble();
        }
    }

    /// <summary>The same run, to write what has come after it was stopped.</summary>
    /// <param name="cancellationToken">Ends that too.</param>
    public RunContext Reopen(CancellationToken cancellationToken) =>
        new(cancellationToken)
        {
            Provider = Provider,
            Cache = Cache,
            Verifier = Verifier,
            Options = Options,
            Records = Records,
            Ledger = Ledger,
            Gate = Gate,
            Inputs = Inputs,
            Events = Events,
            Time = Time,
            Random = Random,
            Logger = Logger,
        };

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }
}
