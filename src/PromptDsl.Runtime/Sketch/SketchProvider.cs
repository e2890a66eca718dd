using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Targets;

namespace PromptDsl.Runtime.Sketch;

/// <summary>
/// Sketches in place of pictures: offline, free, and the same each time. Requests go through the OpenAI
/// provider and its SDK as paid ones do, up to the transport.
/// </summary>
public sealed class SketchProvider : IImageProvider, IDisposable
{
    private readonly SketchTransport _transport = new();
    private readonly OpenAiProvider _provider;

    /// <summary>Makes a provider; nothing is drawn yet.</summary>
    /// <param name="catalog">What is known about models; by default what comes with the compiler.</param>
    public SketchProvider(ModelCatalog? catalog = null) =>
        _provider = new OpenAiProvider(
            new OpenAiOptions
            {
                // The transport never opens a connection; the name could not be resolved, and there is no key.
                Endpoint = new Uri("http://sketch.invalid/v1"),
                ApiKey = () => "none",
                Handler = _transport,
                Catalog = catalog ?? ModelCatalog.BuiltIn,
            }
        );

    public string Name => "sketch";

    /// <summary>No address; the number rises when sketches come to look different, so that none is taken from a cache.</summary>
    public string Endpoint => "sketch:1";

    public bool IsPaid => false;

    /// <inheritdoc/>
    public async Task<ProviderOutcome> SendAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var order = new SketchOrder
        {
            Stage = request.Stage,
            Variation = request.Ordinal + 1,
            Variations = request.Request.Repeat,
        };
        using (SketchScope.Enter(order))
        {
            return await _provider.SendAsync(request, cancellationToken);
        }
    }

    public void Dispose() => _transport.Dispose();
}
