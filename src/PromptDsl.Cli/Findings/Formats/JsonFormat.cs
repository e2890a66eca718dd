using System.Text.Json;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings.Formats;

/// <summary>For programs; described by <c>docs/schemas/findings.schema.json</c>.</summary>
internal sealed class JsonFormat : IFindingsFormat
{
    public void Write(IReadOnlyList<Finding> findings, TextWriter output) =>
        output.Write(JsonText.Of(json => WriteReport(json, findings)));

    private static void WriteReport(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", JsonOutput.Schema);
        json.WriteString("version", ToolInfo.Version);
        json.WriteStartArray("findings");
        foreach (Finding finding in findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("name", diagnostic.Name);
        json.WriteString("severity", finding.SeverityName);
        json.WriteString("message", diagnostic.Message);
        WritePlace(json, diagnostic.Primary.Place, finding.PathOf);
        json.WriteString("label", diagnostic.Primary.Text);
        json.WriteStartArray("labels");
        foreach (DiagnosticLabel label in diagnostic.Secondary)
        {
            json.WriteStartObject();
            json.WriteString("message", label.Text);
            WritePlace(json, label.Place, finding.PathOf);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("help", diagnostic.Help);
        json.WriteStartArray("fixes");
        foreach (CodeFix fix in diagnostic.Fixes)
        {
            WriteFix(json, fix, diagnostic.Source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, CodeFix fix, SourceText source)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Title);
        json.WriteString(
            "safety",
            fix.Safety switch
            {
                FixSafety.Safe => "safe",
                FixSafety.Unsafe => "unsafe",
                _ => "display-only",
            }
        );
        json.WriteStartArray("edits");
        foreach (TextEdit edit in fix.Edits)
        {
            json.WriteStartObject();
            WritePosition(json, "start", source, edit.Span.Start);
            WritePosition(json, "end", source, edit.Span.End);
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan place, Func<SourceText, string> pathOf)
    {
        json.WriteString("file", pathOf(place.Source));
        WritePosition(json, "start", place.Source, place.Span.Start);
        WritePosition(json, "end", place.Source, place.Span.End);
    }

    private static void WritePosition(Utf8JsonWriter json, string name, SourceText source, int offset)
    {
        Place place = Place.At(source, offset);
        json.WriteStartObject(name);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("offset", offset);
        json.WriteEndObject();
    }
}
