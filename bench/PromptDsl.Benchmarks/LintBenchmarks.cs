using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using PromptDsl.Linting;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Text;

namespace PromptDsl.Benchmarks;

/// <summary>What linting adds to a compilation.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "StdDev")]
public class LintBenchmarks
{
    private const int ManyTerms = 5000;

    private readonly Linter _linter = new(LintOptions.Default);
    private readonly Linter _manyTerms = new(LintOptions.Default with { Lexicon = Words() });
    private CompilationResult _file = null!;

    [GlobalSetup]
    public void Setup()
    {
        _file = new PromptCompiler().Compile(SourceText.FromBytes(Corpus.Files[0]));
        if (_file.Builds.IsEmpty)
        {
            throw new InvalidOperationException("the file does not compile");
        }
    }

    /// <summary>All rules on a compiled file of forty lines, suppressions included.</summary>
    [Benchmark(Baseline = true)]
    public int OneFile() => _linter.Check(_file, CompilerOptions.Default).Diagnostics.Length;

    /// <summary>The same with five thousand words more to look for.</summary>
    [Benchmark]
    public int OneFileManyTerms() => _manyTerms.Check(_file, CompilerOptions.Default).Diagnostics.Length;

    /// <summary>What a process pays once: five thousand words made into the tree that finds them.</summary>
    [Benchmark]
    public int MakeTree() => Words().Trie.Next(0, 'w');

    private static PromptLexicon Words() =>
        PromptLexicon.BuiltIn.With([
            new LexiconSet(
                "benchmark",
                [],
                [
                    KeyValuePair.Create(
                        "word",
                        Enumerable
                            .Range(0, ManyTerms)
                            .Select(i => $"w{i % 26 + 'a':x}{i * 7919 % ManyTerms:x4} term+")
                            .ToImmutableArray()
                    ),
                ]
            ),
        ]);
}
