using System.Collections.Immutable;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.EndToEnd.Infrastructure;

/// <summary>A folder, and the provider that people use in front of an emulator; waits between attempts take no time.</summary>
internal sealed class EmulatorLab : IAsyncDisposable
{
    private readonly RunLab _lab = new();

    private EmulatorLab(EmulatorServer emulator) => Emulator = emulator;

    public EmulatorServer Emulator { get; }

    public TestFolder Folder => _lab.Folder;

    public EventList Events => _lab.Events;

    public RunStore Store => _lab.Store;

    public IPictureCache? Cache
    {
        get => _lab.Cache;
        set => _lab.Cache = value;
    }

    /// <summary>What carries requests; null for the connections that all providers share.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public RunOptions Options =>
        _lab.Options with
        {
            PollInterval = TimeSpan.FromSeconds(1),
            AllowsUnknownPrice = true,
        };

    public static Task<EmulatorLab> StartAsync(params FaultRule[] faults) =>
        StartAsync(
            new EmulatorOptions
            {
                Script = [.. faults],
                Picture = PictureStyle.Tiny,
                BatchPolls = 1,
            }
        );

    public static async Task<EmulatorLab> StartAsync(EmulatorOptions options, HttpMessageHandler? handler = null) =>
        new(await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken)) { Handler = handler };

    public FilePictureCache NewCache() => _lab.NewCache();

    public RunSource Source(string text, string path = "poster.imgp") => _lab.Source(text, path);

    public PromptRunner NewRunner() =>
        new(
            new OpenAiProvider(
                new OpenAiOptions
                {
                    ApiKey = () => ProviderCase.Key,
                    Endpoint = Emulator.BaseUrl,
                    Handler = Handler,
                }
            ),
            Cache,
            time: _lab.Time,
            random: new Random(1)
        );

    public Task<RunResult> RunAsync(string text, RunOptions? options = null) => RunAsync([Source(text)], options);

    public Task<RunResult> RunAsync(ImmutableArray<RunSource> sources, RunOptions? options = null) =>
        NewRunner().RunAsync(sources, options ?? Options, Events, TestContext.Current.CancellationToken);

    /// <summary>The requests that an endpoint got.</summary>
    public int Requests(string endpoint) => Emulator.Counters.Requests.GetValueOrDefault(endpoint);

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        return Emulator.DisposeAsync();
    }
}
