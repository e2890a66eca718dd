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
    /// Registers the runner, once for the application, with a provider. What is registered before as
    /// <see cref="IImageProvider"/> or <see cref="IPictureCache"/> stays, and what is registered at any time as
    /// <see cref="Verification.IPictureVerifier"/>, <see cref="TimeProvider"/> and for logging is used. Without a cache,
    /// pictures are kept in files below <c>.promptc/cache</c> of the working directory; <see cref="EmptyCache"/> keeps none.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="provider">Makes the provider: <see cref="Sketch.SketchProvider"/> or <see cref="Providers.OpenAi.OpenAiProvider"/>.</param>
    /// <returns>The same services.</returns>
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
