#pragma warning disable CS9113
using Microsoft.Extensions.Logging;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Execution;

/// <summary>
/// Runs compiled files: sends their requests in the order that their stages need, pays for nothing twice, and
/// writes the pictures. Safe to use from several threads, and beside other processes on the same folders.
/// </summary>
/// <param name="provider">Sends the requests.</param>
/// <param name="cache">Keeps pictures between runs; null for none.</param>
/// <param name="verifier">Checks pictures against what their stages expect; null for nobody.</param>
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
    /// <summary>
    /// Carries out a run, or goes on with one. What goes wrong with requests is part of the result, and so is
    /// being cancelled.
    /// </summary>
    /// <param name="sources">The files.</param>
    /// <param name="options">What is said about the run.</param>
    /// <param name="progress">Told what happens, at once and from any thread.</param>
    /// <param name="cancellationToken">Stops the run at once; it can be resumed.</param>
    /// <exception cref="RunException">The run cannot begin, or its records cannot be written.</exception>
    public Task<RunResult> RunAsync(
        IEnumerable<RunSource> sources,
        RunOptions? options = null,
        IProgress<RunEvent>? progress = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>
    /// Collects the batches of a run that have ended, and hands in those that can follow: what
    /// <see cref="RunAsync"/> does with <see cref="RunOptions.Resume"/> and <see cref="RunOptions.Batch"/>.
    /// </summary>
    /// <param name="sources">The files of the run.</param>
    /// <param name="runId">The id of the run.</param>
    /// <param name="options">What is said about the run.</param>
    /// <param name="progress">Told what happens, at once and from any thread.</param>
    /// <param name="cancellationToken">Stops waiting; the batches go on.</param>
    /// <exception cref="RunException">There is no such run, or it cannot go on.</exception>
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
}
