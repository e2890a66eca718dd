using System.Text.Json;
using System.Xml.Linq;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Cli.Tests.Findings;

public sealed class FormatTests
{
    private static readonly DiagnosticDescriptor Code = new("IMG9999", "test-finding", DiagnosticSeverity.Warning);

    private readonly SourceText _source = SourceText.FromString("a: 😀 bad\n", "dir/한 글,1.imgp");

    [Fact]
    public void Concise_is_one_line_without_control_characters()
    {
        string text = Write("concise", Bad() with { Message = "a\nb\u001b" });
        Assert.Equal("dir/한 글,1.imgp:1:6: warning IMG9999 a\\u{A}b\\u{1B}\n", text);
    }

    [Fact]
    public void Json_gives_columns_in_characters_and_offsets_in_code_units()
    {
        JsonElement finding = Json("json", Bad()).GetProperty("findings")[0];
        Assert.Equal("IMG9999", finding.GetProperty("code").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.Equal("""{"line":1,"column":6,"offset":6}""", Compact(finding.GetProperty("start")));
        Assert.Equal("""{"line":1,"column":9,"offset":9}""", Compact(finding.GetProperty("end")));
        JsonElement fix = finding.GetProperty("fixes")[0];
        Assert.Equal("unsafe", fix.GetProperty("safety").GetString());
        Assert.Equal("good", fix.GetProperty("edits")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Json_keeps_Korean_readable() =>
        Assert.Contains("한국어", Write("json", Bad() with { Message = "한국어" }), StringComparison.Ordinal);

    [Fact]
    public void Sarif_has_rules_regions_related_places_and_fixes()
    {
        Diagnostic diagnostic = Bad() with { Secondary = [new DiagnosticLabel(Span(0, 1), "key")] };
        JsonElement log = Json("sarif", diagnostic);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        JsonElement run = log.GetProperty("runs")[0];
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal(ToolInfo.Version, driver.GetProperty("semanticVersion").GetString());
        Assert.Equal("IMG9999", driver.GetProperty("rules")[0].GetProperty("id").GetString());
        JsonElement result = run.GetProperty("results")[0];
        Assert.Equal(0, result.GetProperty("ruleIndex").GetInt32());
        JsonElement location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(
            "dir/%ED%95%9C%20%EA%B8%80%2C1.imgp",
            location.GetProperty("artifactLocation").GetProperty("uri").GetString()
        );
        JsonElement region = location.GetProperty("region");
        Assert.Equal(7, region.GetProperty("startColumn").GetInt32());
        Assert.Equal(10, region.GetProperty("endColumn").GetInt32());
        Assert.Equal(
            "key",
            result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString()
        );
        JsonElement change = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        Assert.Equal(
            "good",
            change.GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString()
        );
    }

    [Fact]
    public void Github_escapes_what_would_end_a_property()
    {
        string text = Write("github", Bad() with { Message = "50% \r\n::error::", Help = null });
        Assert.Equal(
            "::warning title=promptc IMG9999 (test-finding),file=dir/한 글%2C1.imgp,line=1,endLine=1,col=6,endColumn=9"
                + "::50%25 %0D%0A::error::\n",
            text
        );
    }

    [Fact]
    public void Github_gives_no_columns_for_several_lines()
    {
        SourceText source = SourceText.FromString("a {\n}\n", "a.imgp");
        var diagnostic = new Diagnostic(Code, "m", new DiagnosticLabel(new SourceSpan(source, new TextSpan(0, 5)), ""));
        Assert.DoesNotContain("col=", Write("github", diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void Gitlab_fingerprints_survive_a_line_above_and_tell_twins_apart()
    {
        string[] before = Fingerprints("a: bad\nb: bad\n");
        string[] after = Fingerprints("// new\na: bad\nb: bad\n");
        Assert.Equal(before, after);
        Assert.Equal(2, before.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Junit_is_xml_whatever_a_message_holds()
    {
        string text = Write("junit", Bad() with { Message = "<a> & \"b\" \u0001\u001b\ufffe 😀\udc80" });
        XElement failure = XDocument.Parse(text).Descendants("failure").Single();
        Assert.Equal("<a> & \"b\"  😀", failure.Attribute("message")!.Value);
    }

    [Fact]
    public void Junit_without_findings_has_a_case_that_passes()
    {
        XDocument document = XDocument.Parse(Write("junit"));
        Assert.Single(document.Descendants("testcase"));
        Assert.Empty(document.Descendants("failure"));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    public void Without_findings_the_json_formats_are_documents(string format) =>
        JsonDocument.Parse(Write(format)).Dispose();

    private static string[] Fingerprints(string text)
    {
        SourceText source = SourceText.FromString(text, "a.imgp");
        IEnumerable<Diagnostic> diagnostics = text.Split('\n')
            .Where(l => l.EndsWith("bad", StringComparison.Ordinal))
            .Select(l => text.IndexOf(l, StringComparison.Ordinal) + 3)
            .Select(start => new Diagnostic(
                Code,
                "m",
                new DiagnosticLabel(new SourceSpan(source, new TextSpan(start, 3)), "")
            ));
        return
        [
            .. Json("gitlab", [.. diagnostics]).EnumerateArray().Select(e => e.GetProperty("fingerprint").GetString()!),
        ];
    }

    private Diagnostic Bad() =>
        new(Code, "the message", new DiagnosticLabel(Span(6, 3), "the label"))
        {
            Help = "the help",
            Fixes = [new CodeFix("Write `good`", FixSafety.Unsafe, [new TextEdit(new TextSpan(6, 3), "good")])],
        };

    private SourceSpan Span(int start, int length) => new(_source, new TextSpan(start, length));

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static JsonElement Json(string format, params Diagnostic[] diagnostics) =>
        JsonDocument.Parse(Write(format, diagnostics)).RootElement;

    private static string Write(string format, params Diagnostic[] diagnostics)
    {
        var output = new StringWriter { NewLine = "\n" };
        List<Finding> findings = [.. diagnostics.Select(d => new Finding(d, s => s.Path))];
        FindingsFormats.Create(format, Paint.None).Write(findings, output);
        return output.ToString();
    }
}
