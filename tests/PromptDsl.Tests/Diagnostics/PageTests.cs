using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

public class PageTests
{
    private static readonly string[] Headings = ["What it reports", "Why it matters", "Example", "Use instead"];

    /// <summary>The error that a file can have and still be compiled: what it costs is too much.</summary>
    private const string OverBudget = "IMG3701";

    public static TheoryData<string> Codes => Corpus.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_with_the_fixed_headings(string code)
    {
        DiagnosticDescriptor descriptor = DiagnosticCatalog.Find(code)!;
        Page page = Page.Of(code);
        string effect =
            code == OverBudget ? "Nothing is sent."
            : descriptor.Severity == DiagnosticSeverity.Error ? "The file is not compiled."
            : "The file is compiled.";
        string severity = descriptor.Severity.ToString().ToLowerInvariant();
        Assert.Equal($"# {code} {descriptor.Name}\n\nSeverity: {severity}. {effect}\n\n", page.Head);
        Assert.Equal(Headings, page.Titles.Where(t => t != "Notes"));
        Assert.True(!page.Titles.Contains("Notes") || page.Titles.Last() == "Notes");
        Assert.All(page.Titles, t => Assert.NotEmpty(page.Section(t)));
    }

    [Fact]
    public void Every_page_belongs_to_a_code() =>
        Assert.Equal(
            DiagnosticCatalog.All.Where(d => !d.IsLintRule).Select(d => $"Pages/{d.Code}.md"),
            typeof(DiagnosticPages)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith("Pages/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_page_is_found_by_code_and_by_name_and_nothing_else()
    {
        Assert.Equal(DiagnosticPages.Find("IMG0101"), DiagnosticPages.Find("missing-VALUE"));
        Assert.Null(DiagnosticPages.Find("IMG9999"));
        Assert.Null(DiagnosticPages.Find(""));
    }
}
