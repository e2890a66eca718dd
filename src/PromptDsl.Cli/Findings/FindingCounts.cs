using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Findings;

/// <summary>How many findings of each severity were reported.</summary>
internal sealed record FindingCounts(int Errors, int Warnings, int Hints)
{
    public bool HasErrors => Errors > 0;

    public static FindingCounts Of(IReadOnlyCollection<Finding> findings) =>
        new(
            findings.Count(f => f.Severity == DiagnosticSeverity.Error),
            findings.Count(f => f.Severity == DiagnosticSeverity.Warning),
            findings.Count(f => f.Severity == DiagnosticSeverity.Hint)
        );
}
