using System.ClientModel.Primitives;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
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
public sealed class OpenAiProvider : IImageProvider
{
    private readonly OpenAiOptions _options;
    private readonly OpenAiTransport _transport;
    private readonly FailureFactory _failures;
    private readonly PictureDownload _download;
    private readonly RequestAdapter _adapter;

    /// <summary>Makes a provider; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The endpoint is no address of HTTP or HTTPS.</exception>
    public OpenAiProvider(OpenAiOptions options)
    {
        if (
            !options.Endpoint.IsAbsoluteUri
            || (options.Endpoint.Scheme != Uri.UriSchemeHttp && options.Endpoint.Scheme != Uri.UriSchemeHttps)
        )
        {
            throw new ArgumentException(
                $"'{options.Endpoint}' is no address that begins with http:// or https://.",
                nameof(options)
            );
        }

        // Part of the address alone: user names and passwords are neither sent nor shown.
        Endpoint = options.Endpoint.GetComponents(
            UriComponents.SchemeAndServer | UriComponents.Path,
            UriFormat.UriEscaped
        );
        _options = options with { Endpoint = new Uri(Endpoint) };
        _transport = new OpenAiTransport(_options, FindKey);
        _failures = new FailureFactory(_options, FindKey);
        _download = new PictureDownload(_transport, _options, FindKey);
        _adapter = new RequestAdapter(_options.Profile);
    }

    public string Name => "openai";

    public string Endpoint { get; }

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
        using RequestBody body = BodyOf(mask is null ? request : request with { Mask = mask.File });
        PipelineResponse response;
        try
        {
            RequestOptions options = OpenAiTransport.Options(cancellationToken);
            response = (await _transport.SendAsync(request.Request.Endpoint, body, options)).GetRawResponse();
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (body.InputProblem is { } problem)
        {
            throw new IOException(problem.Message, problem);
        }
        catch (Exception e) when (TransportFailures.From(e, _failures) is { } failure)
        {
            return failure;
        }

        using (response)
        {
            ProviderOutcome outcome = await ReadAsync(response, request, cancellationToken);
            return outcome with
            {
                RequestId = HeaderReader.RequestId(response.Headers),
                Limits = HeaderReader.Limits(response.Headers),
            };
        }
    }

    private async Task<ProviderOutcome> ReadAsync(
        PipelineResponse response,
        ProviderRequest request,
        CancellationToken cancellationToken
    )
    {
        if (response.Status is < 200 or >= 300)
        {
            ReadOnlyMemory<byte> body = await new ResponseBody(response, cancellationToken).ReadStartAsync();
            return _failures.FromResponse(response, body);
        }

        using var folder = new PictureFolder(request.Folder);
        var reader = new AnswerReader(response, folder, _download, _failures);
        return await reader.ReadAsync(request, cancellationToken);
    }

    private ProviderFailure? Refuses(ImageRequest request) =>
        _adapter.Refuses(request) is { } reason ? _failures.Refused(FailureKind.BadRequest, reason)
        : _options.Profile.NeedsKey && FindKey() is null
            ? _failures.Refused(FailureKind.Unauthorized, $"No API key is given for {_options.Profile.Title}.")
        : null;

    private RequestBody BodyOf(ProviderRequest request)
    {
        ImageRequest adapted = _adapter.Adapt(request.Request);
        ProviderRequest sent = request with { Stage = request.Stage with { Request = adapted } };
        return adapted.Encoding == RequestEncoding.Json ? JsonBody.Create(sent) : MultipartBody.Create(sent);
    }

    private bool NeedsGreyMask(ProviderRequest request) => _options.Profile.TakesGreyMask && request.Mask is not null;

    // A line break at the end of a key comes with the file that it was pasted from.
    private string? FindKey() => _options.ApiKey?.Invoke()?.Trim() is { Length: > 0 } key ? key : null;
}
