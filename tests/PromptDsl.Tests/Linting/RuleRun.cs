using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

/// <summary>A text that one rule looks at, with all that surrounds it.</summary>
internal sealed record RuleRun(string Code, MemoryFiles Files)
{
    /// <summary>Told from the others by having to know what all rules find.</summary>
    private const string UnusedSuppression = "IMG3803";

    public bool IsPlainText { get; init; }

    public string? Before { get; init; }

    public CompilerOptions Compiler { get; init; } = CompilerOptions.Default;

    public LintOptions Options { get; init; } = LintOptions.Default;

    public static RuleRun Of(RuleCase example) =>
        new(example.Code, example.Files)
        {
            IsPlainText = example.IsPlainText,
            Before = example.Before,
            Compiler = example.Compiler,
            Options = example.Options,
        };

    public CompilationResult Compile(string text) =>
        new PromptCompiler(Files).Compile(SourceText.FromString(text), Compiler);

    /// <summary>What the rule says about a text, and whether another rule failed.</summary>
    public ImmutableArray<Diagnostic> Lint(string text)
    {
        ImmutableArray<LintRule> rules = Code == UnusedSuppression ? RuleRegistry.All : [RuleRegistry.Find(Code)!];
        LintOptions options = Before is null ? Options : Options with { Previous = new FixedVersion(Compile(Before)) };
        var linter = new Linter(options, rules);
        if (IsPlainText)
        {
            return linter.LintText(SourceText.FromString(text, "prompt.txt"));
        }

        CompilationResult result = Compile(text);
        Assert.True(result.Succeeded, $"{Code}\n{text}\n{string.Join('\n', result.Diagnostics)}");
        return [.. linter.Check(result, Compiler).Diagnostics.Where(d => d.Code == Code || d.Name == "rule-failed")];
    }

    private sealed class FixedVersion(CompilationResult before) : IPreviousVersions
    {
        public CompilationResult? Before(CompilationResult current) => before;
    }
}
