using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using BenchmarkDotNet.Attributes;
using PromptDsl.Emulator;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Text;

namespace PromptDsl.Benchmarks;

/// <summary>
/// How much longer a run takes than the server: a thousand requests of 50 ms, 32 at once, through real HTTP, each
/// picture recorded, cached and written. 32 waves of 50 ms are 1.6 s.
/// </summary>
[MemoryDiagnoser]
public class RunBenchmarks
{
    private const int Requests = 1000;
    private const int Concurrency = 32;

    private int _runs;
    private string _root = "";
    private string _folder = "";
    private HttpClient _http = null!;
    private EmulatorServer _emulator = null!;
    private ImmutableArray<RunSource> _sources;

    /// <summary>Starts the server and compiles the files.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Picture = PictureStyle.Tiny,
                Latency = TimeSpan.FromMilliseconds(50),
                Clock = new PreciseClock(),
            }
        );
        _http = new HttpClient();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        _root = Directory.CreateTempSubdirectory("promptc-bench-").FullName;
        var compiler = new PromptCompiler();
        _sources =
        [
            .. Enumerable
                .Range(0, Requests)
                .Select(i =>
                {
                    var text = SourceText.FromString(
                        $"subject: \"kite {i}\"\ntechnical {{ model: \"gpt-image-2\", size: 1024x1024, quality: low }}\n",
                        $"kite-{i}.imgp"
                    );
                    return new RunSource(text.Path, compiler.Compile(text), CompilerOptions.Default, Root: ".");
                }),
        ];
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _emulator.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>
    /// Each time begins in an empty folder. Those before are not deleted meanwhile: a file system that has just
    /// deleted thousands of files makes new ones more slowly.
    /// </summary>
    [IterationSetup]
    public void BeginEmpty() => _folder = Path.Combine(_root, (++_runs).ToString(CultureInfo.InvariantCulture));

    /// <summary>The same requests by themselves: nothing is checked, recorded or kept.</summary>
    [Benchmark(Baseline = true)]
    public async Task BareClient() =>
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
            async (i, cancellationToken) =>
            {
                using HttpResponseMessage response = await _http.PostAsync(
                    new Uri(_emulator.BaseUrl + "/images/generations"),
                    JsonContent.Create(
                        new
                        {
                            model = "gpt-image-2",
                            prompt = $"kite {i}",
                            size = "1024x1024",
                            quality = "low",
                        }
                    ),
                    cancellationToken
                );
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
            }
        );

    /// <summary>A run of all files.</summary>
    [Benchmark]
    public async Task<RunResult> ThousandRequests()
    {
        var provider = new OpenAiProvider(new OpenAiOptions { ApiKey = () => "any", Endpoint = _emulator.BaseUrl });
        var runner = new PromptRunner(provider, new FilePictureCache(Path.Combine(_folder, "cache")));
        RunResult result = await runner.RunAsync(
            _sources,
            new RunOptions
            {
                Concurrency = Concurrency,
                OutputFolder = Path.Combine(_folder, "out"),
                StateFolder = Path.Combine(_folder, "state"),
                Yes = true,
            }
        );
        return result.Status == RunStatus.Succeeded
            ? result
            : throw new InvalidOperationException($"The run ended as {result.Status}.");
    }
}
