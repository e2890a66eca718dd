using System.Collections.Immutable;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>A folder, a provider and a clock to try runs with.</summary>
internal sealed class RunLab : IDisposable
{
    public TestFolder Folder { get; init; } = new();

    public FakeProvider Provider { get; init; } = new();

    public AutoTime Time { get; init; } = new();

    public EventList Events { get; } = new();

    public IPictureCache? Cache { get; set; }

    public RunOptions Options =>
        new()
        {
            OutputFolder = Folder["out"],
            StateFolder = Folder["state"],
            Yes = true,
        };

    public RunStore Store => new(Folder["state"]);

    public FilePictureCache NewCache(CacheLimits? limits = null) => new(Folder["cache"], limits, Time);

    public RunSource Source(string text, string path = "poster.imgp")
    {
        CompilationResult result = new PromptCompiler().Compile(SourceText.FromString(text, path));
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return new RunSource(path, result, CompilerOptions.Default, Folder.Path);
    }

    public PromptRunner NewRunner() => new(Provider, Cache, time: Time, random: new Random(1));

    public Task<RunResult> RunAsync(string text, RunOptions? options = null) =>
        RunAsync([Source(text)], options, TestContext.Current.CancellationToken);

    public Task<RunResult> RunAsync(
        ImmutableArray<RunSource> sources,
        RunOptions? options,
        CancellationToken cancellationToken
    ) => NewRunner().RunAsync(sources, options ?? Options, Events, cancellationToken);

    public void Dispose() => Folder.Dispose();
}
