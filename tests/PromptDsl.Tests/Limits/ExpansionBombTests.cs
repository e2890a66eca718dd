using System.Diagnostics;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Limits;

/// <summary>
/// Small files that would grow without end: each stops in bounded time and memory, with an error that
/// names the limit.
/// </summary>
[Collection(nameof(TimedCollection))]
public sealed class ExpansionBombTests
{
    private const string Statements = "IMG1016";
    private const string Texts = "IMG1024";
    private const string Builds = "IMG1082";
    private const string Imports = "IMG1044";
    private const string Nesting = "IMG0105";
    private const string Chains = "IMG1064";
    private const string Stages = "IMG1097";

    /// <summary>Far more than any of them takes: this is about never ending, not about speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const long MemoryLimit = 2L << 30;

    [Fact]
    public void Nested_loops_stop_at_the_limit_of_statements()
    {
        string items = string.Join(", ", Numbers(50));
        string loops = string.Concat(Numbers(6).Select(n => $"for x{n} in [{items}] {{\n"));
        Defuse($"details {{\n{loops} object \"o\"\n{new string('}', 6)}\n}}", Statements);
    }

    [Fact]
    public void Loops_without_content_stop_as_well()
    {
        string items = string.Join(", ", Numbers(200));
        string loops = string.Concat(Numbers(4).Select(n => $"for x{n} in [{items}] {{\n"));
        Defuse($"details {{\n{loops}{new string('}', 4)}\n}}", Statements);
    }

    [Fact]
    public void Definitions_that_double_stop_at_the_limit_of_statements()
    {
        string chain = string.Concat(
            Enumerable.Range(1, 40).Select(n => $"define details d{n} {{ include d{n - 1}, include d{n - 1} }}\n")
        );
        Defuse($"define details d0 {{ object \"o\" }}\n{chain}details {{ include d40 }}", Statements);
    }

    [Fact]
    public void Texts_that_double_stop_at_the_limit_of_a_text()
    {
        string chain = string.Concat(
            Enumerable.Range(1, 60).Select(n => $"param t{n}: text = \"${{t{n - 1}}}${{t{n - 1}}}\"\n")
        );
        Defuse($"param t0: text = \"0123456789\"\n{chain}subject: \"${{t60}}\"", Texts);
    }

    [Fact]
    public void Lists_that_double_stop()
    {
        string chain = string.Concat(Enumerable.Range(1, 60).Select(n => $"param l{n}: list = [l{n - 1}, l{n - 1}]\n"));
        Defuse($"param l0: list = [\"x\"]\n{chain}details {{ for x in l60 {{ object \"o\" }} }}", Texts);
    }

    [Fact]
    public void Products_of_what_varies_are_counted_before_they_expand()
    {
        string items = string.Join(", ", Numbers(100).Select(n => $"\"{n}\""));
        string variations = string.Concat(Numbers(30).Select(n => $"param p{n}: text = \"x\"\nvary p{n} [{items}]\n"));
        Defuse($"{variations}subject: \"a fox\"", Builds);
    }

    [Fact]
    public void Builds_of_many_statements_stop()
    {
        string items = string.Join(", ", Numbers(256).Select(n => $"\"{n}\""));
        string objects = string.Concat(Numbers(9000).Select(n => $"  object o{n} \"thing {n}\"\n"));
        Defuse($"param p: text = \"x\"\nvary p [{items}]\ndetails {{\n{objects}}}", Statements);
    }

    [Fact]
    public void Chains_of_thousands_of_stages_stop()
    {
        string stages = string.Concat(Numbers(10_000).Select(n => $"stage s{n}\n"));
        Defuse($"subject: \"a fox\"\n{stages}", Stages);
    }

    [Fact]
    public void Stages_that_each_keep_what_all_before_them_drew_stop()
    {
        string stages = string.Concat(Numbers(3000).Select(n => $"stage s{n} {{ object o{n} \"thing {n}\" }}\n"));
        Defuse($"subject: \"a fox\"\n{stages}", Stages);
    }

    [Fact]
    public void Prompts_that_keep_a_long_text_through_many_stages_stop()
    {
        string text = new('x', 900_000);
        string stages = string.Concat(Numbers(200).Select(n => $"stage s{n}\n"));
        Defuse($"details {{ object thing \"{text}\" }}\n{stages}", Texts);
    }

    [Fact]
    public void Long_texts_in_loops_stop()
    {
        string items = string.Join(", ", Numbers(5000));
        Defuse($"details {{ for n in [{items}] {{ object \"{new string('x', 100_000)}\" }} }}", Texts);
    }

    [Fact]
    public void Chains_of_parameters_stop_before_the_stack_ends()
    {
        string chain = string.Concat(Numbers(60_000).Select(n => $"param p{n}: text = p{n + 1}\n"));
        Defuse($"{chain}param p60001: text = \"x\"\nsubject: \"a fox\"", Chains);
    }

    [Fact]
    public void Lists_in_lists_through_parameters_stop_before_the_stack_ends()
    {
        string chain = string.Concat(Numbers(9000).Select(n => $"param l{n}: list = [l{n - 1}]\n"));
        Defuse($"param l0: list = [\"x\"]\n{chain}subject: \"a fox\"", Chains);
    }

    [Fact]
    public void Chains_of_definitions_stop_before_the_stack_ends()
    {
        string chain = string.Concat(
            Numbers(5000).Select(n => $"define region d{n} {{ region {{ region {{ include d{n + 1} }} }} }}\n")
        );
        Defuse($"define region d5001 {{ object \"o\" }}\n{chain}details {{ region {{ include d1 }} }}", Chains);
    }

    [Fact]
    public void Thousands_of_unknown_names_are_answered_in_time()
    {
        string name = new('n', 50);
        string objects = string.Concat(
            Numbers(3000).Select(n => $"  object {name}{n} \"thing\" {{ on: m{name}{n}x }}\n")
        );
        CompilationResult result = Measure(Sample.Of($"details {{\n{objects}}}"));
        Assert.Equal(3000, result.Diagnostics.Length);
    }

    [Fact]
    public void Nesting_stops_at_its_limit() =>
        Defuse("details {" + string.Concat(Enumerable.Repeat("region { ", 5000)) + new string('}', 5001), Nesting);

    [Fact]
    public void Chains_of_two_hundred_templates_compile()
    {
        MemoryFiles files = Chain(
            200,
            n => $"use \"f{n + 1}.imgp\" as base\nextends base\nnegatives: [\"thing {n}\"]\n",
            last: "subject: \"a fox\"\n"
        );
        CompilationResult result = Measure(new Sample("f1.imgp", files, CompilerOptions.Default));
        Assert.Empty(result.Diagnostics);
        Assert.Contains("thing 200", result.Builds.Single().Stages.Single().Prompt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chains_of_more_templates_stop_at_the_limit_of_files()
    {
        MemoryFiles files = Chain(
            2000,
            n => $"use \"f{n + 1}.imgp\" as base\nextends base\nnegatives: [\"thing {n}\"]\n",
            last: "subject: \"a fox\"\n"
        );
        Defuse(new Sample("f1.imgp", files, CompilerOptions.Default), Imports);
    }

    [Fact]
    public void Templates_that_double_stop_at_the_limit_of_statements()
    {
        MemoryFiles files = Chain(
            40,
            n => $"use \"f{n + 1}.imgp\" as a\nuse \"f{n + 1}.imgp\" as b\nextends a\nextends b\n",
            last: "details { object \"o\" }\n"
        );
        Defuse(new Sample("f1.imgp", files, CompilerOptions.Default), Statements);
    }

    /// <summary>Files <c>f1.imgp</c>, <c>f2.imgp</c> and so on, with one more at the end.</summary>
    private static MemoryFiles Chain(int length, Func<int, string> text, string last)
    {
        var files = new MemoryFiles { [$"f{length + 1}.imgp"] = last };
        foreach (int n in Numbers(length))
        {
            files[$"f{n}.imgp"] = text(n);
        }

        return files;
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static void Defuse(string text, string? code) => Defuse(Sample.Of(text), code);

    private static void Defuse(Sample sample, string? code)
    {
        CompilationResult result = Measure(sample);
        if (code is null)
        {
            return;
        }

        Assert.False(result.Succeeded, "there is no error");
        Diagnostic error = Assert.Single(result.Diagnostics.Where(d => d.Code == code).Take(1));
        Assert.Matches("[0-9]", error.Message);
    }

    private static CompilationResult Measure(Sample sample)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        CompilationResult result = sample.Compile();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed} {allocated / 1_000_000} MB {string.Join(" ; ", result.Diagnostics.Take(3).Select(d => d.ToString()))}"
            )
        );
        Assert.True(watch.Elapsed < Patience, $"it takes {watch.Elapsed}");
        Assert.True(allocated < MemoryLimit, $"it takes {allocated:N0} bytes");
        return result;
    }
}
