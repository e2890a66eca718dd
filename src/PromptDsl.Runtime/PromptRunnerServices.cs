using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime;

/// <summary>Registers <see cref="PromptRunner"/> for dependency injection.</summary>
public static class PromptRunnerServices
{
    /// <summary>
    /// Registers the runner with a provider. What is registered as <see cref="IPictureCache"/>,
    /// <see cref="Verification.IPictureVerifier"/>, <see cref="TimeProvider"/> and for logging is used; without a
    /// cache, pictures are kept in files below <c>.promptc/cache</c>.
    /// </summary>
    public static IServiceCollection AddPromptRunner(
        this IServiceCollection services,
        Func<IServiceProvider, IImageProvider> provider
    )
    {
        services.TryAddSingleton(provider);
        services.TryAddSingleton<IPictureCache>(s => new FilePictureCache(
            FilePictureCache.DefaultFolder,
            time: s.GetService<TimeProvider>()
        ));
        services.TryAddSingleton<PromptRunner>();
        return services;
    }
}
