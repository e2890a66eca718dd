using Microsoft.Extensions.DependencyInjection;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Execution;

public sealed class ServicesTests
{
    [Fact]
    public void The_runner_is_registered_with_its_provider_and_a_cache()
    {
        var services = new ServiceCollection();

        services.AddPromptRunner(_ => new FakeProvider());

        Assert.Equal(
            ["IImageProvider", "IPictureCache", "PromptRunner"],
            services.Select(s => s.ServiceType.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_registered_before_is_kept()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IPictureCache>(new EmptyCache());

        services.AddPromptRunner(_ => new FakeProvider());

        Assert.IsType<EmptyCache>(services.Single(s => s.ServiceType == typeof(IPictureCache)).ImplementationInstance);
        Assert.Contains(services, s => s.ServiceType == typeof(PromptRunner));
    }
}
