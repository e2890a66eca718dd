using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Findings;

internal static class SeverityNames
{
    public static string ToName(this DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "hint",
        };
}
