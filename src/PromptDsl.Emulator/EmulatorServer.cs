using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PromptDsl.Emulator.Accounting;
using PromptDsl.Emulator.Batches;
using PromptDsl.Emulator.Control;
using PromptDsl.Emulator.Drawing;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;
using PromptDsl.Emulator.Profiles;
using PromptDsl.Emulator.Responses;

namespace PromptDsl.Emulator;

/// <summary>
/// A server on 127.0.0.1 that speaks the image APIs: it checks requests as strictly as the service, makes
/// pictures that cost nothing, counts what would have been paid, and lets go wrong what its script says.
/// All of it is in memory.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    // More than the 200 MB of a batch and than sixteen pictures of 50 MB with a mask.
    private const long MaxBodyBytes = 1_000_000_000;

    private readonly WebApplication _app;
    private readonly RequestLog _log = new();
    private readonly Counters _counters;
    private readonly Ledger _ledger = new();
    private readonly RateLimiter _limiter;
    private readonly FaultChooser _faults;
    private readonly FileStore _files;
    private readonly PictureAddresses _addresses;
    private readonly ResponsesEndpoint _responses;
    private readonly BatchesEndpoint _batches;

    private EmulatorServer(EmulatorOptions options)
    {
        var profile = ServerProfile.Of(options.Profile);
        var errors = new ErrorWriter(profile);
        _limiter = new RateLimiter(options.Limits, options.Clock);
        _faults = new FaultChooser(options.Script);
        _files = new FileStore(options.Clock);
        _counters = new Counters(_files);
        _addresses = new PictureAddresses(profile.HasRelativeAddresses);
        var models = new ModelFinder(options.Catalog, options.Clock);
        IOrderReader reader = profile.IsStrict
            ? new OrderReader(models, _files, profile)
            : new LenientOrderReader(profile, _files);
        var service = new PictureService(_limiter, _ledger, new PictureMaker(options.Picture));
        var images = new ImagesEndpoint(reader, service, new PictureJson(options.Clock, _addresses));
        _responses = new ResponsesEndpoint(new ConversationReader(models, _files), service, options.Clock);
        var endpoints = new Dictionary<string, IEndpoint>(StringComparer.Ordinal)
        {
            [Endpoints.Generations] = images,
            [Endpoints.Edits] = images,
            [Endpoints.Inpainting] = images,
            [Endpoints.Variations] = new VariationsEndpoint(),
            [Endpoints.Models] = new ModelsEndpoint(models),
            [Endpoints.Pictures] = _addresses,
            [Endpoints.Files] = new FilesEndpoint(_files),
            [Endpoints.Responses] = _responses,
        };
        var dispatcher = new Dispatcher(endpoints, _faults, errors, _counters);
        _batches = new BatchesEndpoint(options, _files, new BatchRunner(_files, dispatcher));
        endpoints.Add(Endpoints.Batches, _batches);
        var exchange = new Exchange(options, profile, dispatcher, errors, _limiter, _log, _counters);
        var control = new ControlEndpoint(this);

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _app = builder.Build();
        _app.Run(context =>
            context.Request.Path.StartsWithSegments(ControlEndpoint.Prefix, StringComparison.Ordinal)
                ? control.HandleAsync(context)
                : exchange.HandleAsync(context)
        );
    }

    /// <summary>Where clients send requests, with the version and without a slash at the end: <c>http://127.0.0.1:4010/v1</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The last requests in the order in which they were read; the oldest go when they take too much memory.</summary>
    public ImmutableArray<RecordedRequest> Requests => _log.All;

    /// <summary>What the service would have charged.</summary>
    public PaidTotal Paid => _ledger.Total;

    /// <summary>What happened.</summary>
    public EmulatorCounters Counters => _counters.Snapshot();

    /// <summary>Starts a server; it listens when this returns.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<EmulatorServer> StartAsync(
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new EmulatorOptions();
        var server = new EmulatorServer(options);
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        string path = options.Profile == EmulatorProfile.Azure ? "/openai/v1" : "/v1";
        server.BaseUrl = new Uri(server._app.Urls.Single() + path);
        return server;
    }

    /// <summary>Forgets requests, files, batches, counts and money; rules of the script begin anew.</summary>
    public void Reset()
    {
        _log.Clear();
        _counters.Clear();
        _ledger.Clear();
        _limiter.Reset();
        _faults.Reset();
        _files.Clear();
        _addresses.Clear();
        _responses.Clear();
        _batches.Clear();
    }

    /// <summary>Stops at once; connections that are open are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
