using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Planning;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Cli.Running;

/// <summary>Says what of a plan need not be sent, as the cache has it.</summary>
internal static class CacheForecast
{
    /// <summary>A sentence about it; null when the cache has nothing, or a run would be free.</summary>
    public static string? Describe(IEnumerable<CompiledSource> sources, CommandContext context)
    {
        string cache = new RunFolders(context).Cache;
        if (!Directory.Exists(cache))
        {
            return null;
        }

        IImageProvider? provider = ProviderChoice.ChooseForForecast(context);
        using var owned = provider as IDisposable;
        List<RunSource> files = [.. sources.Where(s => !s.Result.Builds.IsEmpty).Select(RunJob.SourceOf)];
        if (provider is null || files.Count == 0)
        {
            return null;
        }

        var runner = new PromptRunner(provider, new FilePictureCache(cache));
        RunForecast forecast;
        try
        {
            forecast = runner
                .ForecastAsync(files, cancellationToken: context.Host.Cancellation)
                .GetAwaiter()
                .GetResult();
        }
        catch (RunException)
        {
            // There can be no such run, and it is the run that says why.
            return null;
        }

        string sent =
            forecast.Requests == 0
                ? "sends nothing"
                : $"sends {PlanText.Plural(forecast.Requests, "request")}, {forecast.Price}";
        return forecast.Reused == 0
            ? null
            : $"In the cache: {PlanText.Plural(forecast.Reused, "request")}. A run from here {sent}.";
    }
}
