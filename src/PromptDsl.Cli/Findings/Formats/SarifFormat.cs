using System.Text.Json;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>SARIF 2.1.0, for code scanning.</summary>
internal sealed class SarifFormat : IFindingsFormat
{
    /// <summary>What is suppressed is not gone: code scanning closes it, and says why.</summary>
    public bool ShowsSuppressed => true;

    public void Write(IReadOnlyList<Finding> findings, TextWriter output) =>
        output.Write(JsonText.Of(json => WriteLog(json, findings)));

    private static void WriteLog(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        DiagnosticDescriptor[] rules =
        [
            .. findings
                .Select(f => f.Diagnostic.Descriptor)
                .DistinctBy(d => d.Code)
                .OrderBy(d => d.Code, StringComparer.Ordinal),
        ];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("SRCROOT");
        json.WriteStartObject("description");
        json.WriteString("text", "The folder that promptc was called in.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (Finding finding in findings)
        {
            WriteResult(json, finding, Array.FindIndex(rules, r => r.Code == finding.Diagnostic.Code));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, DiagnosticDescriptor[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolInfo.Name);
        json.WriteString("semanticVersion", ToolInfo.Version);
        json.WriteStartArray("rules");
        foreach (DiagnosticDescriptor rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Name.Replace('-', ' '));
            WriteText(json, "fullDescription", DiagnosticPages.Summary(rule.Code) ?? rule.Name.Replace('-', ' '));
            WriteHelp(json, rule);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", diagnostic.Help is { } help ? $"{diagnostic.Message}. {help}" : diagnostic.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, diagnostic.Primary, finding.PathOf, id: null);
        json.WriteEndArray();
        if (!diagnostic.Secondary.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            for (int i = 0; i < diagnostic.Secondary.Length; i++)
            {
                WriteLocation(json, diagnostic.Secondary[i], finding.PathOf, id: i);
            }

            json.WriteEndArray();
        }

        WriteFixes(json, finding);
        WriteSuppressions(json, finding.Suppression);
        json.WriteEndObject();
    }

    // The whole page, so that it can be read where the finding is shown.
    private static void WriteHelp(Utf8JsonWriter json, DiagnosticDescriptor rule)
    {
        json.WriteStartObject("help");
        json.WriteString("text", $"Run `promptc explain {rule.Code}`.");
        if (DiagnosticPages.Find(rule.Code) is { } page)
        {
            json.WriteString("markdown", page);
        }

        json.WriteEndObject();
    }

    // Results without the list were not looked at for suppressions; with an empty one they were, and are open.
    private static void WriteSuppressions(Utf8JsonWriter json, FindingSuppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", suppression.IsInSource ? "inSource" : "external");
            if (suppression.Reason.Length > 0)
            {
                json.WriteString("justification", suppression.Reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter json, Finding finding)
    {
        CodeFix[] fixes = [.. finding.Diagnostic.Fixes.Where(f => f.Safety != FixSafety.DisplayOnly)];
        if (fixes.Length == 0)
        {
            return;
        }

        json.WriteStartArray("fixes");
        foreach (CodeFix fix in fixes)
        {
            json.WriteStartObject();
            WriteText(json, "description", fix.Title);
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            WriteArtifact(json, finding.Path);
            json.WriteStartArray("replacements");
            foreach (TextEdit edit in fix.Edits)
            {
                json.WriteStartObject();
                WriteRegion(json, "deletedRegion", new SourceSpan(finding.Diagnostic.Source, edit.Span));
                WriteText(json, "insertedContent", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(
        Utf8JsonWriter json,
        DiagnosticLabel label,
        Func<SourceText, string> pathOf,
        int? id
    )
    {
        json.WriteStartObject();
        if (id is { } number)
        {
            json.WriteNumber("id", number);
        }

        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, pathOf(label.Place.Source));
        WriteRegion(json, "region", label.Place);
        json.WriteEndObject();
        if (label.Text.Length > 0)
        {
            WriteText(json, "message", label.Text);
        }

        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(path))
        {
            json.WriteString("uri", new Uri(path).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", "SRCROOT");
        }

        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Start.Line + 1);
        json.WriteNumber("startColumn", place.Start.Column + 1);
        json.WriteNumber("endLine", place.End.Line + 1);
        json.WriteNumber("endColumn", place.End.Column + 1);
        json.WriteNumber("charOffset", place.Span.Start);
        json.WriteNumber("charLength", place.Span.Length);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };
}
