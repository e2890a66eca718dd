using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>Takes batches; each ends after it was looked at so many times.</summary>
internal sealed class FakeBatches(FakeProvider provider) : IImageProvider, IBatchProvider
{
    private readonly ConcurrentDictionary<string, int> _looks = new(StringComparer.Ordinal);

    public string Name => provider.Name;

    public string Endpoint => provider.Endpoint;

    public bool IsPaid => provider.IsPaid;

    public int EndsAfter { get; set; } = 1;

    public Func<ProviderRequest, string?> Refusal { get; set; } = _ => null;

    /// <summary>What handing in gives; null for an id.</summary>
    public Queue<ProviderFailure?> Submissions { get; } = [];

    /// <summary>What a request of a batch gives; null for pictures, and a failure of no kind for no answer.</summary>
    public Func<BatchRequest, ProviderOutcome?> Script { get; set; } = _ => null;

    /// <summary>Why a batch cannot be asked about; null when it can.</summary>
    public Func<string, ProviderFailure?> Silence { get; set; } = _ => null;

    public HashSet<string> Unanswered { get; } = [];

    /// <summary>The state in which batches end.</summary>
    public string EndState { get; set; } = "completed";

    /// <summary>What is wrong after the last answer of a batch; null for nothing.</summary>
    public Func<string, ProviderFailure?> Unreadable { get; set; } = _ => null;

    public List<IReadOnlyList<BatchRequest>> Batches { get; } = [];

    /// <summary>The batches whose files were deleted, with the files.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>What deleting files gives.</summary>
    public ProviderFailure? Undeletable { get; set; }

    public Task<ProviderOutcome> SendAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A run with batches sends nothing by itself.");

    public string? Refuses(ProviderRequest request) => Refusal(request);

    public Task<BatchSubmission> SubmitAsync(IReadOnlyList<BatchRequest> requests, CancellationToken cancellationToken)
    {
        if (Submissions.TryDequeue(out ProviderFailure? failure) && failure is not null)
        {
            return Task.FromResult(new BatchSubmission(null, failure));
        }

        Batches.Add(requests);
        return Task.FromResult(
            new BatchSubmission(string.Create(CultureInfo.InvariantCulture, $"batch-{Batches.Count}"), null)
            {
                Files = [string.Create(CultureInfo.InvariantCulture, $"file-{Batches.Count}")],
            }
        );
    }

    public Task<BatchStatus> GetAsync(string batchId, CancellationToken cancellationToken)
    {
        if (Silence(batchId) is { } failure)
        {
            return Task.FromResult(new BatchStatus("unknown", HasEnded: false, 0, 0, 0) { Failure = failure });
        }

        int looks = _looks.AddOrUpdate(batchId, 1, (_, n) => n + 1);
        bool hasEnded = looks >= EndsAfter;
        return Task.FromResult(new BatchStatus(hasEnded ? EndState : "in_progress", hasEnded, 1, 0, 0));
    }

    public async IAsyncEnumerable<BatchOutcome> CollectAsync(
        string batchId,
        string folder,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        int number = int.Parse(batchId["batch-".Length..], CultureInfo.InvariantCulture);
        foreach (BatchRequest request in Batches[number - 1].Where(r => !Unanswered.Contains(r.Request.Stage.Name)))
        {
            string own = Directory.CreateDirectory(Path.Combine(folder, request.Id)).FullName;
            ProviderOutcome outcome =
                Script(request) ?? await provider.AnswerAsync(request.Request with { Folder = own }, number);
            cancellationToken.ThrowIfCancellationRequested();
            yield return new BatchOutcome(request.Id, outcome);
        }

        if (Unreadable(batchId) is { } failure)
        {
            throw new ProviderException(failure);
        }
    }

    public Task<ProviderFailure?> DeleteFilesAsync(
        string batchId,
        ImmutableArray<string> files,
        CancellationToken cancellationToken
    )
    {
        Deleted.Add($"{batchId}: {string.Join(' ', files)}");
        return Task.FromResult(Undeletable);
    }

    public Task CancelAsync(string batchId, CancellationToken cancellationToken) => Task.CompletedTask;
}
