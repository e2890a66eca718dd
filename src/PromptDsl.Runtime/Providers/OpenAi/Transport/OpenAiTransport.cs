using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Batch;
using OpenAI.Files;
using OpenAI.Images;
using OpenAI.Responses;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>
/// The SDK as it is used here: one attempt a request, bodies of our own, responses whose status and stream
/// are read as they are.
/// </summary>
internal sealed class OpenAiTransport
{
    private readonly ServiceAddress _address;
    private readonly ImageClient _images;
    private readonly ResponsesClient _responses;
    private readonly BatchClient _batches;

    public OpenAiTransport(OpenAiOptions options, ServiceAddress address, Func<string?> key)
    {
        _address = address;
        Http = new HttpClient(options.Handler ?? SharedHandler.Instance, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var authentication = new ApiKeyPolicy(key, options.Profile.KeyHeader);
        OpenAIClientOptions general = Configure(
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                OrganizationId = options.Organization,
                ProjectId = options.Project,
            },
            options
        );

        // The body names the model.
        _images = new ImageClient("unused", authentication, general);
        Files = new OpenAIFileClient(authentication, general);
        _responses = new ResponsesClient(
            authentication,
            Configure(
                new ResponsesClientOptions
                {
                    Endpoint = options.Endpoint,
                    OrganizationId = options.Organization,
                    ProjectId = options.Project,
                },
                options
            )
        );
        _batches = new BatchClient(
            authentication,
            Configure(
                new BatchClientOptions
                {
                    Endpoint = options.Endpoint,
                    OrganizationId = options.Organization,
                    ProjectId = options.Project,
                },
                options
            )
        );
    }

    /// <summary>For what the API does not carry: pictures that an answer gives the address of.</summary>
    public HttpClient Http { get; }

    public OpenAIFileClient Files { get; }

    /// <summary>Sends a request for pictures; its response has begun when the task ends.</summary>
    public Task<ClientResult> SendAsync(ImageRequest request, RequestBody body, RequestOptions options)
    {
        string path = request.Endpoint["/v1/".Length..];
        return _address.LacksDeployment
            ? PostAsync(_images.Pipeline, $"{Uri.EscapeDataString(request.Model)}/{path}", body, options)
            : path switch
            {
                "images/generations" => _images.GenerateImagesAsync(body, options),
                "images/edits" => _images.GenerateImageEditsAsync(body, body.ContentType, options),
                "responses" => _responses.CreateResponseAsync(body, options),
                _ => PostAsync(_images.Pipeline, path, body, options),
            };
    }

    /// <summary>Asks about a batch.</summary>
    public Task<ClientResult> GetBatchAsync(string id, RequestOptions options) => _batches.GetBatchAsync(id, options);

    /// <summary>Makes a batch, or, with an id, cancels one. The SDK's own methods read the answer before its status.</summary>
    public Task<ClientResult> PostBatchAsync(string? idToCancel, RequestBody? body, RequestOptions options) =>
        PostAsync(
            _batches.Pipeline,
            idToCancel is null ? "batches" : $"batches/{Uri.EscapeDataString(idToCancel)}/cancel",
            body,
            options
        );

    /// <summary>Options of one request: errors are read, not thrown, and the response is not held in memory.</summary>
    public static RequestOptions Options(CancellationToken cancellationToken)
    {
        var options = new RequestOptions
        {
            CancellationToken = cancellationToken,
            ErrorOptions = ClientErrorBehaviors.NoThrow,
            BufferResponse = false,
        };

        // Whoever says that events are accepted gets the SDK's own reconnecting: it copies the body into
        // memory, follows redirects, and sends the request again when a stream breaks. Streams come all
        // the same, since the body asks for them.
        options.SetHeader("Accept", "application/json");
        return options;
    }

    private async Task<ClientResult> PostAsync(
        ClientPipeline pipeline,
        string path,
        RequestBody? body,
        RequestOptions options
    )
    {
        using PipelineMessage message = pipeline.CreateMessage();
        message.Request.Method = "POST";
        message.Request.Uri = new Uri($"{_address.Base.AbsoluteUri.TrimEnd('/')}/{path}");
        message.Request.Content = body;
        if (body is not null)
        {
            message.Request.Headers.Set("Content-Type", body.ContentType);
        }

        message.Apply(options);
        await pipeline.SendAsync(message);
        return ClientResult.FromResponse(message.ExtractResponse()!);
    }

    private T Configure<T>(T pipeline, OpenAiOptions options)
        where T : ClientPipelineOptions
    {
        pipeline.RetryPolicy = new SingleAttempt();
        pipeline.NetworkTimeout = options.Timeout;
        pipeline.Transport = new HttpClientPipelineTransport(Http);
        pipeline.AddPolicy(new UserAgentPolicy(), PipelinePosition.BeforeTransport);
        if (_address.Version is { } version)
        {
            pipeline.AddPolicy(new ApiVersionPolicy(version), PipelinePosition.BeforeTransport);
        }

        return pipeline;
    }
}
