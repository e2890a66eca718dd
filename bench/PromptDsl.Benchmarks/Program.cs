using BenchmarkDotNet.Running;
using PromptDsl.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(ReadBenchmarks), typeof(CompileBenchmarks), typeof(LintBenchmarks)]).Run(args);
