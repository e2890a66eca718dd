using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics;
using PromptDsl.Syntax;

namespace PromptDsl.Linting;

/// <summary>A file as rules see it.</summary>
internal sealed class FileContext(
    CompilationResult? result,
    CompilerOptions compiler,
    LintOptions options,
    DiagnosticBag diagnostics
)
{
    /// <summary>What the file compiled to, or null for a plain prompt.</summary>
    public CompilationResult? Result { get; } = result;

    /// <summary>The tree of the file, or null for a plain prompt.</summary>
    public SyntaxTree? Tree => Result?.Tree;

    public CompilerOptions Compiler { get; } = compiler;

    public LintOptions Options { get; } = options;

    /// <summary>Finds the words of the lexicon in the texts of the file.</summary>
    public TermScanner Scanner { get; } = new(options.Lexicon);

    /// <summary>Whether it is a prompt in prose, where nothing is known but the words.</summary>
    public bool IsPlainText => Result is null;

    /// <summary>
    /// Whether the file says what it means: it compiled, or lacks nothing but values for its parameters.
    /// </summary>
    public bool IsReadable =>
        Result is not null && Result.Diagnostics.All(d => !d.IsError || ParameterDiagnostics.IsUnbound(d));

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public int ValueOf(LintRule rule, IntegerOption option) => Options.ValueOf(rule, option);

    public decimal ValueOf(LintRule rule, NumberOption option) => Options.ValueOf(rule, option);

    public ImmutableArray<string> ValueOf(LintRule rule, WordsOption option) => Options.ValueOf(rule, option);

    /// <summary>Whether an option lists the words of a term.</summary>
    public bool IsAllowed(LintRule rule, WordsOption option, TermHit hit) =>
        ValueOf(rule, option).Contains(hit.Said, StringComparer.OrdinalIgnoreCase);
}
