using BenchmarkDotNet.Running;
using PromptDsl.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(ReadBenchmarks), typeof(CompileBenchmarks)]).Run(args);
