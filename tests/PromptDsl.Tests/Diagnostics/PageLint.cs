using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Tests.Linting;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>What linting adds to the findings of the pages that are about linting itself.</summary>
internal static class PageLint
{
    private const string RuleFailed = "IMG3900";

    public static IEnumerable<Diagnostic> Check(string? code, CompilationResult result, CompilerOptions options)
    {
        ImmutableArray<LintRule> rules = code == RuleFailed ? [new FailingRule(on: "a rule fails")] : [];
        bool isAboutLinting = DiagnosticCatalog.Find(code ?? "") is { } d && AboutLinting.Contains(d.Code);
        return isAboutLinting ? new Linter(LintOptions.Default, rules).Check(result, options).Diagnostics : [];
    }

    private static ImmutableArray<string> AboutLinting { get; } = [RuleFailed, "IMG3901", "IMG3902"];
}
