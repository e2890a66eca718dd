using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>A file that has been read, in its project.</summary>
internal sealed record LoadedSource(SourceFile File, Project Project, SourceText Text, CommandContext Context)
{
    /// <summary>The diagnostics as they are reported, with the configured severities.</summary>
    public IEnumerable<Finding> Findings(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Select(WithConfiguredSeverity).OfType<Diagnostic>().Select(d => new Finding(d, DisplayPath));

    public string DisplayPath(SourceText source) => Context.DisplayPath(Project.AbsolutePath(source));

    private Diagnostic? WithConfiguredSeverity(Diagnostic diagnostic)
    {
        if (!Project.Configuration.Severities.TryGetValue(diagnostic.Code, out ConfiguredValue? configured))
        {
            return diagnostic;
        }

        return configured.Text switch
        {
            "off" => null,
            "error" => diagnostic with { Severity = DiagnosticSeverity.Error },
            "warning" => diagnostic with { Severity = DiagnosticSeverity.Warning },
            _ => diagnostic with { Severity = DiagnosticSeverity.Hint },
        };
    }
}
