using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers;

/// <summary>A provider that takes many requests at once and answers later.</summary>
public interface IBatchProvider
{
    /// <summary>Why a request cannot go into a batch, or null when it can.</summary>
    string? Refuses(ProviderRequest request);

    /// <summary>Hands in requests for one endpoint; each is known by its id, which is unique among them.</summary>
    /// <returns>The id of the batch, or a <see cref="ProviderFailure"/>.</returns>
    Task<BatchSubmission> SubmitAsync(IReadOnlyList<BatchRequest> requests, CancellationToken cancellationToken);

    /// <summary>How far a batch is.</summary>
    Task<BatchStatus> GetAsync(string batchId, CancellationToken cancellationToken);

    /// <summary>
    /// What became of each request of a batch that has ended; pictures go into the folder. Requests that a
    /// batch has nothing on, such as those of one that failed as a whole, are not among them.
    /// </summary>
    /// <exception cref="ProviderException">
    /// The answers cannot be had, or not all of them; asking again begins anew. Where the failure may have been paid, what
    /// is missing cannot be read, and asking again brings no more.
    /// </exception>
    IAsyncEnumerable<BatchOutcome> CollectAsync(string batchId, string folder, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the files of a batch that nobody needs any more: those that were uploaded for it and those that it wrote.
    /// </summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="files">What was uploaded for it, see <see cref="BatchSubmission.Files"/>.</param>
    /// <param name="cancellationToken">Ends it; what is not deleted by then stays.</param>
    /// <returns>Why files stay, or null when none does.</returns>
    Task<ProviderFailure?> DeleteFilesAsync(
        string batchId,
        ImmutableArray<string> files,
        CancellationToken cancellationToken
    );

    /// <summary>Asks that a batch be stopped; what it has done by then is paid, and can be collected.</summary>
    /// <exception cref="ProviderException">It could not be asked.</exception>
    Task CancelAsync(string batchId, CancellationToken cancellationToken);
}
