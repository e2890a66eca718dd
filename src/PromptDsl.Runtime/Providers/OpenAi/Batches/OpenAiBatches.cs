using System.ClientModel.Primitives;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>Batches: many requests in a file, answered within a day.</summary>
internal sealed class OpenAiBatches(
    OpenAiOptions options,
    OpenAiTransport transport,
    Exchange exchange,
    FailureFactory failures,
    AnswerKeeper keeper
)
{
    private readonly RequestAdapter _adapter = new(options.Profile);
    private readonly FileUploads _files = new(transport, exchange, failures);
    private readonly BatchSubmitter _submitter = new(options, transport, exchange, failures);

    public string? Refuses(ProviderRequest request) =>
        !options.Profile.TakesBatches ? $"{options.Profile.Title} takes no batches."
        : options.Catalog.Find(request.Request.Model) is { } model
        && model.Endpoints.Batch.TryGet(out bool takes)
        && !takes
            ? $"{request.Request.Model} takes no batches."
        : _adapter.Refuses(request.Request);

    public Task<BatchSubmission> SubmitAsync(
        IReadOnlyList<BatchRequest> requests,
        CancellationToken cancellationToken
    ) =>
        requests.Select(r => Refuses(r.Request)).FirstOrDefault(reason => reason is not null) is { } refusal
            ? Task.FromResult(new BatchSubmission(null, failures.Refused(FailureKind.BadRequest, refusal)))
            : _submitter.SubmitAsync(requests, cancellationToken);

    public async Task<BatchStatus> GetAsync(string batchId, CancellationToken cancellationToken)
    {
        (BatchState? state, ProviderFailure? failure) = await FindAsync(batchId, cancellationToken);
        if (state is null)
        {
            return new BatchStatus("unknown", HasEnded: false, 0, 0, 0) { Failure = failure };
        }

        return new BatchStatus(state.State, state.HasEnded, state.Total, state.Completed, state.Failed)
        {
            Failure =
                state.State == "failed"
                    ? failures.Refused(
                        FailureKind.BadRequest,
                        $"{options.Profile.Title} refused the batch: {state.Problem ?? "it gives no reason"}"
                    )
                    : null,
        };
    }

    public async IAsyncEnumerable<BatchOutcome> CollectAsync(
        string batchId,
        string folder,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (BatchState? state, ProviderFailure? failure) = await FindAsync(batchId, cancellationToken);
        if (state is null)
        {
            throw new ProviderException(failure!);
        }

        ProviderFailure? broken = null;
        foreach (string fileId in new[] { state.OutputFile, state.ErrorFile }.OfType<string>())
        {
            using PipelineResponse response = await OpenAsync(fileId, cancellationToken);
            var results = new BatchResults(new ResponseBody(response, cancellationToken), folder, keeper, failures);
            while (true)
            {
                (BatchOutcome? outcome, ProviderFailure? problem) = await NextAsync(results, cancellationToken);
                broken ??= problem;
                if (outcome is not null)
                {
                    yield return outcome;
                }
                else if (problem is null)
                {
                    break;
                }
            }
        }

        // The pictures of the other lines are paid for, and are not lost with it.
        if (broken is not null)
        {
            throw new ProviderException(broken);
        }
    }

    public async Task<ProviderFailure?> DeleteFilesAsync(
        string batchId,
        ImmutableArray<string> files,
        CancellationToken cancellationToken
    )
    {
        (BatchState? state, ProviderFailure? failure) = await FindAsync(batchId, cancellationToken);
        IEnumerable<string> written = new[] { state?.OutputFile, state?.ErrorFile }.OfType<string>();
        return await _files.DeleteAsync([.. files, .. written], cancellationToken) ?? failure;
    }

    public async Task CancelAsync(string batchId, CancellationToken cancellationToken)
    {
        (JsonDocument? json, ProviderFailure? failure) = await exchange.SendForJsonAsync(
            o => transport.PostBatchAsync(batchId, body: null, o),
            body: null,
            cancellationToken
        );
        json?.Dispose();
        if (failure is not null)
        {
            throw new ProviderException(BatchFailures.WithoutCost(failure));
        }
    }

    private async Task<(BatchState? State, ProviderFailure? Failure)> FindAsync(
        string batchId,
        CancellationToken cancellationToken
    )
    {
        (JsonDocument? json, ProviderFailure? failure) = await exchange.SendForJsonAsync(
            o => transport.GetBatchAsync(batchId, o),
            body: null,
            cancellationToken
        );
        using (json)
        {
            return json is null
                ? (null, BatchFailures.WithoutCost(failure!))
                : (BatchState.Read(json.RootElement), null);
        }
    }

    private async Task<PipelineResponse> OpenAsync(string fileId, CancellationToken cancellationToken)
    {
        (PipelineResponse? response, ProviderFailure? failure) = await exchange.SendAsync(
            o => transport.Files.DownloadFileAsync(fileId, o),
            body: null,
            cancellationToken
        );
        if (response is { Status: >= 200 and < 300 })
        {
            return response;
        }

        using (response)
        {
            throw new ProviderException(
                response is null
                    ? BatchFailures.WithoutCost(failure!)
                    : failures.FromResponse(
                        response,
                        await new ResponseBody(response, cancellationToken).ReadStartAsync()
                    )
            );
        }
    }

    // The next line, or what is wrong with it; neither at the end.
    private async Task<(BatchOutcome? Outcome, ProviderFailure? Problem)> NextAsync(
        BatchResults results,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await results.NextAsync(cancellationToken), null);
        }
        catch (LostAnswerException e)
        {
            throw new ProviderException(BatchFailures.WithoutCost(failures.Lost(e.Message)));
        }
        catch (JsonException e)
        {
            return (null, failures.Malformed($"a line is not the JSON that it should be: {e.Message}", 200));
        }
    }
}
