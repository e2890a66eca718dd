using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>The Code Quality report of GitLab.</summary>
internal sealed class GitlabFormat : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output) =>
        output.Write(JsonText.Of(json => WriteReport(json, findings)));

    private static void WriteReport(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (Finding finding in findings)
        {
            // The same finding in the same content twice is told apart by its number, so that a
            // line added above changes no fingerprint.
            string identity = Identity(finding);
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            WriteIssue(json, finding, Fingerprint($"{identity}\n{seen[identity]}"));
        }

        json.WriteEndArray();
    }

    private static void WriteIssue(Utf8JsonWriter json, Finding finding, string fingerprint)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("description", $"{diagnostic.Code} {diagnostic.Name}: {diagnostic.Message}");
        json.WriteString("check_name", diagnostic.Code);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("severity", Severity(finding.Severity));
        json.WriteStartObject("location");
        json.WriteString("path", finding.Path);
        json.WriteStartObject("positions");
        WritePosition(json, "begin", finding.Start);
        WritePosition(json, "end", Place.At(diagnostic.Source, diagnostic.Span.End));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, Place place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteEndObject();
    }

    private static string Identity(Finding finding)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        return $"{diagnostic.Code}\n{finding.Path}\n{diagnostic.Message}\n{diagnostic.Primary.Place.Text}";
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static string Severity(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "major",
            DiagnosticSeverity.Warning => "minor",
            _ => "info",
        };
}
