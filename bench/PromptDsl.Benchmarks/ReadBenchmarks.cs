using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Benchmarks;

/// <summary>Reading a thousand files, against the platform's JSON reader over as many bytes of the same content.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "StdDev")]
public class ReadBenchmarks
{
    private SourceText[] _sources = [];

    [GlobalSetup]
    public void Setup() => _sources = [.. Corpus.Files.Select(f => SourceText.FromBytes(f))];

    [Benchmark(Baseline = true)]
    public int Utf8JsonReader()
    {
        int tokens = 0;
        foreach (byte[] file in Corpus.Json)
        {
            var reader = new Utf8JsonReader(file);
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens;
    }

    /// <summary>From text to tokens with trivia.</summary>
    [Benchmark]
    public int Lex()
    {
        int tokens = 0;
        var problems = new List<Diagnostic>();
        foreach (SourceText source in _sources)
        {
            tokens += Lexer.Tokenize(source, problems).Count;
        }

        return tokens;
    }

    /// <summary>From bytes to tokens with trivia.</summary>
    [Benchmark]
    public int DecodeAndLex()
    {
        int tokens = 0;
        var problems = new List<Diagnostic>();
        foreach (byte[] file in Corpus.Files)
        {
            tokens += Lexer.Tokenize(SourceText.FromBytes(file), problems).Count;
        }

        return tokens;
    }

    /// <summary>From text to the lossless tree.</summary>
    [Benchmark]
    public int Parse()
    {
        int statements = 0;
        foreach (SourceText source in _sources)
        {
            statements += SyntaxTree.Parse(source).Root.Statements.Length;
        }

        return statements;
    }
}
