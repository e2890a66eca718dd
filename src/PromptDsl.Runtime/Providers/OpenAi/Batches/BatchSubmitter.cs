using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Providers.OpenAi.Transport;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>
/// Hands batches in: their pictures, their file of requests, and the batch itself. Each batch has files of its own, so
/// that they can be deleted with it.
/// </summary>
internal sealed class BatchSubmitter(
    OpenAiOptions options,
    OpenAiTransport transport,
    Exchange exchange,
    FailureFactory failures
)
{
    private readonly RequestAdapter _adapter = new(options.Profile);
    private readonly FileUploads _files = new(transport, exchange, failures);

    public async Task<BatchSubmission> SubmitAsync(
        IReadOnlyList<BatchRequest> requests,
        CancellationToken cancellationToken
    )
    {
        string endpoint = EndpointOf(requests);
        if (requests.Count > BatchFile.MaxRequests)
        {
            return Refused($"a batch takes at most {BatchFile.MaxRequests} requests.");
        }

        Dictionary<string, string> uploaded = new(StringComparer.Ordinal);
        BatchSubmission submission = await SubmitAsync(requests, endpoint, uploaded, cancellationToken);
        if (submission.Failure is { MayHaveBeenPaid: false })
        {
            await _files.DeleteAsync(uploaded.Values, cancellationToken);
            return submission;
        }

        // Where nobody knows whether there is a batch, it may need them.
        return submission with
        {
            Files = [.. uploaded.Values],
        };
    }

    /// <summary>Uploads what the batch needs, and makes it.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="endpoint">What they are for.</param>
    /// <param name="uploaded">Gets the ids of the files by their hashes, also where it fails later.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<BatchSubmission> SubmitAsync(
        IReadOnlyList<BatchRequest> requests,
        string endpoint,
        Dictionary<string, string> uploaded,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<InputFile> inputs = requests
            .SelectMany(r => r.Request.Mask is { } mask ? r.Request.Inputs.Add(mask) : r.Request.Inputs)
            .DistinctBy(f => f.Sha256);
        foreach (InputFile input in inputs)
        {
            if (await UploadAsync(input, "vision", uploaded, cancellationToken) is { } failure)
            {
                return new BatchSubmission(null, failure);
            }
        }

        using BatchFile file = BatchFile.Create(requests.Select(r => LineOf(r, endpoint, uploaded)));
        if (file.File.Length > BatchFile.MaxLength)
        {
            return Refused($"a batch takes at most {BatchFile.MaxLength / 1_000_000} MB of requests.");
        }

        return await UploadAsync(file.File, "batch", uploaded, cancellationToken) is { } refusal
            ? new BatchSubmission(null, refusal)
            : await CreateAsync(uploaded[file.File.Sha256], endpoint, cancellationToken);
    }

    private async Task<ProviderFailure?> UploadAsync(
        InputFile file,
        string purpose,
        Dictionary<string, string> uploaded,
        CancellationToken cancellationToken
    )
    {
        (string? id, ProviderFailure? failure) = await _files.UploadAsync(file, purpose, cancellationToken);
        if (id is null)
        {
            return BatchFailures.WithoutCost(failure!);
        }

        uploaded.Add(file.Sha256, id);
        return null;
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

    private BatchSubmission Refused(string message) => new(null, failures.Refused(FailureKind.BadRequest, message));
}
