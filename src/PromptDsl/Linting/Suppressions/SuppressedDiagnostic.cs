using PromptDsl.Diagnostics;

namespace PromptDsl.Linting.Suppressions;

/// <summary>A finding that a comment keeps from being reported.</summary>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, Suppression Suppression);
