using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;

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
    public SketchProvider() =>
        _provider = new OpenAiProvider(
            new OpenAiOptions
            {
                // The transport opens no connection: the name stands for no machine, and the key for none.
                Endpoint = new Uri("http://sketch.invalid/v1"),
                ApiKey = () => "none",
                Handler = _transport,
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
