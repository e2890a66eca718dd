using System.ClientModel.Primitives;
using System.Collections.Immutable;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Batches;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Providers.OpenAi.Transport;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi;

/// <summary>
/// OpenAI, and servers that speak its API. The SDK carries the requests; their bodies and the answers are
/// written and read here, since the SDK drops fields, holds pictures in memory and lets broken streams
/// pass for whole ones.
/// </summary>
public sealed class OpenAiProvider : IImageProvider, IBatchProvider
{
    private readonly OpenAiOptions _options;
    private readonly ServiceAddress _address;
    private readonly OpenAiTransport _transport;
    private readonly FailureFactory _failures;
    private readonly RequestAdapter _adapter;
    private readonly Exchange _exchange;
    private readonly AnswerReader _reader;
    private readonly OpenAiBatches _batches;

    /// <summary>Makes a provider; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">Nothing can be sent to the endpoint: see <see cref="OpenAiOptions.EndpointProblem"/>.</exception>
    public OpenAiProvider(OpenAiOptions options)
    {
        if (options.EndpointProblem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        _address = ServiceAddress.Of(options.Endpoint, options.Profile);
        _options = options with { Endpoint = _address.Base };
        _transport = new OpenAiTransport(_options, _address, FindKey);
        _failures = new FailureFactory(_options, FindKey);
        _adapter = new RequestAdapter(_options.Profile);
        _exchange = new Exchange(_failures);
        var keeper = new AnswerKeeper(new PictureDownload(_transport, _options, FindKey), _failures);
        _reader = new AnswerReader(_failures, keeper);
        _batches = new OpenAiBatches(_options, _transport, _exchange, _failures, keeper);
    }

    public string Name => "openai";

    public string Endpoint => _address.Shown;

    public bool IsPaid => _options.Profile.IsPaid;

    /// <inheritdoc/>
    /// <exception cref="IOException">An input file cannot be read, or a picture cannot be written.</exception>
    public async Task<ProviderOutcome> SendAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        if (Refuses(request.Request) is { } refusal)
        {
            return refusal;
        }

        using GreyMask? mask = NeedsGreyMask(request) ? GreyMask.Create(request.Mask!, request.Folder) : null;
        ProviderRequest sent = Adapt(mask is null ? request : request with { Mask = mask.File });
        using RequestBody body =
            sent.Request.Encoding == RequestEncoding.Json ? JsonBody.Create(sent) : MultipartBody.Create(sent);
        (PipelineResponse? response, ProviderFailure? failure) = await _exchange.SendAsync(
            options => _transport.SendAsync(sent.Request, body, options),
            body,
            cancellationToken
        );
        if (response is null)
        {
            return failure!;
        }

        using (response)
        {
            ProviderOutcome outcome = response.Status is >= 200 and < 300
                ? await _reader.ReadAsync(response, request, cancellationToken)
                : _failures.FromResponse(
                    response,
                    await new ResponseBody(response, cancellationToken).ReadStartAsync()
                );
            return outcome with
            {
                RequestId = HeaderReader.RequestId(response.Headers) is { } id ? _failures.Clean(id) : null,
                Limits = HeaderReader.Limits(response.Headers),
            };
        }
    }

    string? IBatchProvider.Refuses(ProviderRequest request) => _batches.Refuses(request);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no requests, or they are for several endpoints, or two have one id.</exception>
    /// <exception cref="IOException">An input file cannot be read.</exception>
    public async Task<BatchSubmission> SubmitAsync(
        IReadOnlyList<BatchRequest> requests,
        CancellationToken cancellationToken
    ) =>
        KeyProblem() is { } problem
            ? new BatchSubmission(null, problem)
            : await _batches.SubmitAsync(requests, cancellationToken);

    /// <inheritdoc/>
    public Task<BatchStatus> GetAsync(string batchId, CancellationToken cancellationToken) =>
        _batches.GetAsync(batchId, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="IOException">A picture cannot be written.</exception>
    public IAsyncEnumerable<BatchOutcome> CollectAsync(
        string batchId,
        string folder,
        CancellationToken cancellationToken
    ) => _batches.CollectAsync(batchId, folder, cancellationToken);

    /// <inheritdoc/>
    public Task<ProviderFailure?> DeleteFilesAsync(
        string batchId,
        ImmutableArray<string> files,
        CancellationToken cancellationToken
    ) => _batches.DeleteFilesAsync(batchId, files, cancellationToken);

    /// <inheritdoc/>
    public Task CancelAsync(string batchId, CancellationToken cancellationToken) =>
        _batches.CancelAsync(batchId, cancellationToken);

    private ProviderFailure? Refuses(ImageRequest request) =>
        (RefusesHere(request) ?? _adapter.Refuses(request)) is { } reason
            ? _failures.Refused(FailureKind.BadRequest, reason)
            : KeyProblem();

    private string? RefusesHere(ImageRequest request) =>
        _address.HasDeployments && request.ConversationModel is not null
            ? $"Deployments of {_options.Profile.Title} have no {request.Endpoint}: use an address that ends in /openai/v1."
            : null;

    private ProviderFailure? KeyProblem()
    {
        string? key = FindKey();
        string? problem =
            key is null && _options.Profile.NeedsKey ? $"no API key is given for {_options.Profile.Title}."
            : !CanBeSent(key) ? Unsendable("API key")
            : !CanBeSent(_options.Organization) ? Unsendable("organization")
            : !CanBeSent(_options.Project) ? Unsendable("project")
            : null;
        return problem is null ? null : _failures.Refused(FailureKind.Unauthorized, problem);
    }

    private static bool CanBeSent(string? header) => header is null || header.All(c => c is > ' ' and <= '~');

    private static string Unsendable(string what) =>
        $"the {what} holds characters that cannot be sent: look for quotes, line breaks or spaces in it.";

    private ProviderRequest Adapt(ProviderRequest request) =>
        request with
        {
            Stage = request.Stage with { Request = _adapter.Adapt(request.Request) },
        };

    private bool NeedsGreyMask(ProviderRequest request) => _options.Profile.TakesGreyMask && request.Mask is not null;

    // A line break at the end of a key comes with the file that it was pasted from.
    private string? FindKey() => _options.ApiKey?.Invoke()?.Trim() is { Length: > 0 } key ? key : null;
}
