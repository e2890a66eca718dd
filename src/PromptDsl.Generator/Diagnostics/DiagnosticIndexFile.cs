using System.Text;
using PromptDsl.Diagnostics;

namespace PromptDsl.Generator.Diagnostics;

/// <summary>The list of all codes.</summary>
internal sealed class DiagnosticIndexFile : IGeneratedFile
{
    private const string SummaryHeading = "## What it reports\n\n";

    public string Path => "docs/diagnostics/README.md";

    public string Render()
    {
        var text = new StringBuilder(
            """
            <!-- Written by PromptDsl.Generator from the pages of the codes. Change those and run the generator. -->

            # Diagnostics

            Every code that a compilation or a plan can report. `promptc explain CODE` prints the page in a terminal.

            | code | name | severity | what it reports |
            | --- | --- | --- | --- |

            """
        );
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalog.All.Where(d => !d.IsLintRule))
        {
            string severity = descriptor.Severity.ToString().ToLowerInvariant();
            string summary = Summary(DiagnosticPageFile.Markdown(descriptor)).Replace("|", "\\|");
            text.Append(
                $"| [{descriptor.Code}]({descriptor.Code}.md) | `{descriptor.Name}` | {severity} | {summary} |\n"
            );
        }

        return text.ToString();
    }

    /// <summary>The first line of what the code reports.</summary>
    private static string Summary(string markdown)
    {
        int start = markdown.IndexOf(SummaryHeading, StringComparison.Ordinal) + SummaryHeading.Length;
        return markdown[start..markdown.IndexOf('\n', start)];
    }
}
