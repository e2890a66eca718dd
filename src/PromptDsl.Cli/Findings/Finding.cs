using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>A diagnostic as it is reported: with paths that mean something where the tool was called.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="PathOf">The path of a file for messages, relative to the working directory.</param>
internal sealed record Finding(Diagnostic Diagnostic, Func<SourceText, string> PathOf)
{
    /// <summary>Why it is not reported; null when it is.</summary>
    public FindingSuppression? Suppression { get; init; }

    public string Path => PathOf(Diagnostic.Source);

    public DiagnosticSeverity Severity => Diagnostic.Severity;

    public string SeverityName => Severity.ToName();

    public Place Start => Place.At(Diagnostic.Source, Diagnostic.Span.Start);

    /// <summary>By path, position and code, which no run changes.</summary>
    public static IEnumerable<Finding> Sort(IEnumerable<Finding> findings) =>
        findings
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Diagnostic.Span.Start)
            .ThenBy(f => f.Diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Diagnostic.Message, StringComparer.Ordinal);
}
