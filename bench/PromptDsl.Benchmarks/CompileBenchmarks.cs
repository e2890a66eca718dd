using BenchmarkDotNet.Attributes;
using PromptDsl.Text;

namespace PromptDsl.Benchmarks;

/// <summary>From text to prompt, source map and request.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "StdDev")]
public class CompileBenchmarks
{
    private readonly PromptCompiler _compiler = new();
    private SourceText[] _sources = [];

    [GlobalSetup]
    public void Setup() => _sources = [.. Corpus.Files.Select(f => SourceText.FromBytes(f))];

    /// <summary>One file of forty lines.</summary>
    [Benchmark(Baseline = true)]
    public int OneFile() => _compiler.Compile(_sources[0]).Builds.Length;

    /// <summary>A thousand files of forty lines.</summary>
    [Benchmark]
    public int ThousandFiles()
    {
        int builds = 0;
        foreach (SourceText source in _sources)
        {
            builds += _compiler.Compile(source).Builds.Length;
        }

        return builds;
    }
}
