using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>
/// Says what a run would send. A stage whose inputs are all there is looked for; one that builds on a picture still to
/// be made is sent.
/// </summary>
internal sealed class Forecaster(
    IImageProvider provider,
    IPictureCache cache,
    RunOptions options,
    InputFiles inputs,
    OutputFiles output,
    JournalState? journal
)
{
    private readonly Dictionary<PlanKey, NodeOutcome> _known = [];

    public async Task<RunForecast> ForecastAsync(IEnumerable<RunNode> nodes, CancellationToken cancellationToken)
    {
        var forecast = new RunForecast(0, 0, 0, PriceRange.Zero);
        foreach (RunNode node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int sent, int reused) = node.IsBefore
                ? (0, await BeginAsync(node))
                : await CountAsync(node, cancellationToken);
            forecast = new RunForecast(
                forecast.Requests + sent,
                forecast.Pictures + sent * node.Request.Count,
                forecast.Reused + reused,
                forecast.Price + node.Price * sent
            );
        }

        return forecast;
    }

    private async Task<int> BeginAsync(RunNode node)
    {
        if (await output.FindAsync(node, node.Selected) is not var (picture, record))
        {
            return 0;
        }

        _known[node.Key] = Known(node, picture, record.ResponseId);
        return 1;
    }

    /// <summary>How many requests of a stage would be sent, and of how many the pictures are there; what was refused is neither.</summary>
    private async Task<(int Sent, int Reused)> CountAsync(RunNode node, CancellationToken cancellationToken)
    {
        if (!node.Needs.All(n => _known.ContainsKey(n.Key)))
        {
            return (node.Request.Repeat, 0);
        }

        NodeInputs needed;
        try
        {
            needed = await inputs.ReadAsync(node, _known);
        }
        catch (InputException)
        {
            // The stage will say so when its turn comes.
            return (node.Request.Repeat, 0);
        }

        (int sent, int reused) = (0, 0);
        (int selectedOrdinal, int selectedIndex) = Math.DivRem(node.Selected - 1, node.Request.Count);
        for (int ordinal = 0; ordinal < node.Request.Repeat; ordinal++)
        {
            string request = needed.KeyOf(provider, node.Request, ordinal);
            if (await FindAsync(request, cancellationToken) is not { } entry)
            {
                sent += journal?.Refusal(request) is null ? 1 : 0;
                continue;
            }

            reused++;
            if (ordinal == selectedOrdinal && selectedIndex < entry.Pictures.Length)
            {
                _known[node.Key] = Known(node, entry.Pictures[selectedIndex], entry.ResponseId);
            }
        }

        return (sent, reused);
    }

    private async Task<CacheEntry?> FindAsync(string request, CancellationToken cancellationToken) =>
        journal?.Answer(request) is { } answered
            ? new CacheEntry(answered.Pictures) { ResponseId = answered.ResponseId }
        : options.NoCache ? null
        : await cache.PeekAsync(request, cancellationToken);

    private static NodeOutcome Known(RunNode node, PictureFile picture, string? responseId) =>
        new(new NodeResult(node.Key, NodeStatus.Reused), picture, responseId);
}
