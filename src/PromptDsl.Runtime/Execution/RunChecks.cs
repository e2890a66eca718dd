using System.Collections.Immutable;
using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>Refuses runs that a caller put together wrongly.</summary>
internal static class RunChecks
{
    /// <summary>Checks what a run is asked.</summary>
    /// <exception cref="ArgumentException">The sources or options contradict what they are documented to be.</exception>
    /// <exception cref="RunException">The provider cannot do what is asked.</exception>
    public static void Check(ImmutableArray<RunSource> sources, RunOptions options, IImageProvider provider)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Concurrency, 1);
        if (sources.GroupBy(s => s.Path).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The path `{twice.Key}` is given twice.", nameof(sources));
        }

        if (sources.FirstOrDefault(s => !s.Result.Succeeded) is { } broken)
        {
            throw new ArgumentException($"`{broken.Path}` has errors.", nameof(sources));
        }

        if (options.Batch && provider is not IBatchProvider)
        {
            throw new RunException($"the provider `{provider.Name}` takes no batches") { Help = "Run without them." };
        }
    }
}
