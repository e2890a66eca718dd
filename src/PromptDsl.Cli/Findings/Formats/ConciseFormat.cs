using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>One line a finding, as compilers have written them since long: for grep and for editors.</summary>
internal sealed class ConciseFormat : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output)
    {
        foreach (Finding finding in findings)
        {
            string message = SafeText.Escape(finding.Diagnostic.Message);
            output.WriteLine(
                $"{SafeText.Escape(finding.Path)}:{finding.Start}: {finding.SeverityName} {finding.Diagnostic.Code} {message}"
            );
        }
    }
}
