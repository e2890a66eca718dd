using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Suppressions;

namespace PromptDsl.Linting;

/// <summary>What is to be said about a file.</summary>
/// <param name="Diagnostics">The findings of the compiler and of the rules, by place, those about suppressions too.</param>
/// <param name="Suppressed">The findings that comments keep from being reported, by place.</param>
public sealed record LintResult(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SuppressedDiagnostic> Suppressed
);
