using System.Globalization;
using System.Text;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>Workflow commands, which GitHub shows beside the changed lines.</summary>
internal sealed class GithubFormat : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output)
    {
        foreach (Finding finding in findings)
        {
            Diagnostic diagnostic = finding.Diagnostic;
            Place end = Place.At(diagnostic.Source, diagnostic.Span.End);
            var line = new StringBuilder("::")
                .Append(Command(finding.Severity))
                .Append(" title=")
                .Append(EscapeProperty($"promptc {diagnostic.Code} ({diagnostic.Name})"))
                .Append(",file=")
                .Append(EscapeProperty(finding.Path))
                .Append(CultureInfo.InvariantCulture, $",line={finding.Start.Line},endLine={end.Line}");

            // GitHub ignores an annotation that has columns on several lines.
            if (end.Line == finding.Start.Line)
            {
                line.Append(CultureInfo.InvariantCulture, $",col={finding.Start.Column},endColumn={end.Column}");
            }

            string message = diagnostic.Help is { } help ? $"{diagnostic.Message}\n{help}" : diagnostic.Message;
            output.WriteLine($"{line}::{EscapeData(message)}");
        }
    }

    private static string Command(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        };

    private static string EscapeData(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text).Replace(":", "%3A").Replace(",", "%2C");
}
