using System.ClientModel.Primitives;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Providers.OpenAi.Transport;
using PromptDsl.Targets.Requests;

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

    public string? Refuses(ProviderRequest request) =>
        !options.Profile.TakesBatches ? $"{options.Profile.Title} takes no batches."
        : options.Catalog.Find(request.Request.Model) is { } model
        && model.Endpoints.Batch.TryGet(out bool takes)
        && !takes
            ? $"{request.Request.Model} takes no batches."
        : _adapter.Refuses(request.Request);

    public async Task<BatchSubmission> SubmitAsync(
        IReadOnlyList<BatchRequest> requests,
        CancellationToken cancellationToken
    )
    {
        string endpoint = EndpointOf(requests);
        if (requests.FirstOrDefault(r => Refuses(r.Request) is not null) is { } refused)
        {
            return Refused(Refuses(refused.Request)!);
        }

        if (requests.Count > BatchFile.MaxRequests)
        {
            return Refused($"A batch takes at most {BatchFile.MaxRequests} requests.");
        }

        (Dictionary<string, string>? ids, ProviderFailure? failure) = await UploadInputsAsync(
            requests,
            cancellationToken
        );
        if (ids is null)
        {
            return new BatchSubmission(null, WithoutCost(failure!));
        }

        using BatchFile file = BatchFile.Create(requests.Select(r => LineOf(r, endpoint, ids)));
        if (file.File.Length > BatchFile.MaxLength)
        {
            return Refused($"A batch takes at most {BatchFile.MaxLength / 1_000_000} MB of requests.");
        }

        (string? fileId, failure) = await _files.UploadAsync(file.File, "batch", cancellationToken);
        return fileId is null
            ? new BatchSubmission(null, WithoutCost(failure!))
            : await CreateAsync(fileId, endpoint, cancellationToken);
    }

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
            throw new ProviderException(WithoutCost(failure));
        }
    }

    private static string EndpointOf(IReadOnlyList<BatchRequest> requests)
    {
        string[] endpoints = [.. requests.Select(r => r.Request.Request.Endpoint).Distinct()];
        return endpoints.Length == 1 && requests.DistinctBy(r => r.Id).Count() == requests.Count
            ? endpoints[0]
            : throw new ArgumentException(
                "The requests of a batch are for one endpoint, and each has an id of its own.",
                nameof(requests)
            );
    }

    // The ids of all input files, by their hashes.
    private async Task<(Dictionary<string, string>? Ids, ProviderFailure? Failure)> UploadInputsAsync(
        IReadOnlyList<BatchRequest> requests,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, string> ids = [];
        IEnumerable<InputFile> inputs = requests
            .SelectMany(r => r.Request.Mask is { } mask ? r.Request.Inputs.Add(mask) : r.Request.Inputs)
            .DistinctBy(f => f.Sha256);
        foreach (InputFile file in inputs)
        {
            (string? id, ProviderFailure? failure) = await _files.UploadPictureAsync(file, cancellationToken);
            if (id is null)
            {
                return (null, failure);
            }

            ids[file.Sha256] = id;
        }

        return (ids, null);
    }

    private BatchLine LineOf(BatchRequest request, string endpoint, Dictionary<string, string> ids)
    {
        var inputs = new InputFinder(request.Request);
        ImmutableArray<RequestField> fields = new FileReferences(source => ids[inputs.Find(source).Sha256]).FieldsOf(
            _adapter.Adapt(request.Request.Request)
        );
        return new BatchLine(request.Id, endpoint, fields, request.Request.PreviousResponseId);
    }

    private async Task<BatchSubmission> CreateAsync(string fileId, string endpoint, CancellationToken cancellationToken)
    {
        using RequestBody body = JsonBody.Create([
            new RequestField("input_file_id", new RequestValue.Text(fileId)),
            new RequestField("endpoint", new RequestValue.Text(endpoint)),
            new RequestField("completion_window", new RequestValue.Text("24h")),
        ]);
        (JsonDocument? json, ProviderFailure? failure) = await exchange.SendForJsonAsync(
            o => transport.PostBatchAsync(idToCancel: null, body, o),
            body,
            cancellationToken
        );
        using (json)
        {
            return json is null ? new BatchSubmission(null, failure)
                : json.RootElement.FindText("id") is { } id ? new BatchSubmission(id, null)
                : new BatchSubmission(null, failures.Malformed("it gives no id to a batch.", 200));
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
            return json is null ? (null, WithoutCost(failure!)) : (BatchState.Read(json.RootElement), null);
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
                    ? WithoutCost(failure!)
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
            throw new ProviderException(WithoutCost(failures.Lost(e.Message)));
        }
        catch (JsonException e)
        {
            return (
                null,
                WithoutCost(failures.Malformed($"a line is not the JSON that it should be: {e.Message}", 200))
            );
        }
    }

    private BatchSubmission Refused(string message) => new(null, failures.Refused(FailureKind.BadRequest, message));

    // Files and questions cost nothing: what came of them does not matter, and they can be sent again.
    private static ProviderFailure WithoutCost(ProviderFailure failure) =>
        failure.Kind == FailureKind.OutcomeUnknown
            ? failure with
            {
                Kind = FailureKind.ConnectionFailed,
                MayHaveBeenPaid = false,
            }
            : failure with
            {
                MayHaveBeenPaid = false,
            };
}
