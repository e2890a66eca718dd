using System.Globalization;
using System.Security;
using System.Text;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>JUnit XML: a suite for each file with findings, a failed case for each finding.</summary>
internal sealed class JUnitFormat : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output)
    {
        int total = Math.Max(findings.Count, 1);
        output.WriteLine("""<?xml version="1.0" encoding="UTF-8"?>""");
        output.WriteLine($"""<testsuites name="promptc" tests="{total}" failures="{findings.Count}" errors="0">""");
        if (findings.Count == 0)
        {
            // Servers take a report without any case for a run that broke.
            output.WriteLine("""  <testsuite name="promptc" tests="1" failures="0" errors="0">""");
            output.WriteLine("""    <testcase name="no findings" classname="promptc"/>""");
            output.WriteLine("  </testsuite>");
        }

        foreach (IGrouping<string, Finding> file in findings.GroupBy(f => f.Path))
        {
            string path = Escape(file.Key);
            int count = file.Count();
            output.WriteLine($"""  <testsuite name="{path}" tests="{count}" failures="{count}" errors="0">""");
            foreach (Finding finding in file)
            {
                WriteCase(finding, path, output);
            }

            output.WriteLine("  </testsuite>");
        }

        output.WriteLine("</testsuites>");
    }

    private static void WriteCase(Finding finding, string path, TextWriter output)
    {
        string code = $"{finding.Diagnostic.Code} {finding.Diagnostic.Name}";
        string message = Escape(finding.Diagnostic.Message);
        string where = string.Create(
            CultureInfo.InvariantCulture,
            $"line {finding.Start.Line}, column {finding.Start.Column}"
        );
        string help = finding.Diagnostic.Help is { } text ? "\n" + Escape(text) : "";
        output.WriteLine($"""    <testcase name="{code}" classname="{path}">""");
        output.WriteLine(
            $"""      <failure type="{finding.SeverityName}" message="{message}">{where}: {message}{help}</failure>"""
        );
        output.WriteLine("    </testcase>");
    }

    // XML 1.0 has no way to write control characters and lone surrogates at all.
    private static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Append(text[i]).Append(text[++i]);
            }
            else if (text[i] is '\t' or '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD'))
            {
                builder.Append(text[i]);
            }
        }

        return SecurityElement.Escape(builder.ToString());
    }
}
