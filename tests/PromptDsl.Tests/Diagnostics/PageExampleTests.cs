using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

public class PageExampleTests
{
    public static TheoryData<string> Codes => Corpus.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_example_fires_its_code_and_no_other_error(string code)
    {
        Assert.NotEmpty(Corpus.ExamplesOf(code));
        foreach (PageCase example in Corpus.ExamplesOf(code))
        {
            var findings = example.Compile().Diagnostics;
            Assert.Contains(findings, d => d.Code == code);
            Assert.All(findings, d => Assert.True(d.Code == code || !d.IsError, d.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_to_use_instead_is_silent(string code)
    {
        var cases = Page.Of(code).Cases("Use instead");
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.Empty(c.Compile().Diagnostics.Select(d => d.ToString())));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Findings_are_worded_alike(string code)
    {
        foreach (Diagnostic finding in Corpus.ExamplesOf(code).SelectMany(e => e.Compile().Diagnostics))
        {
            DiagnosticStyle.Check(finding);
            Assert.NotEmpty(finding.Primary.Text);
            Assert.NotNull(finding.Help);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_safe_fix_removes_the_finding_and_adds_no_error(string code)
    {
        foreach (PageCase example in Corpus.ExamplesOf(code))
        {
            foreach (Diagnostic finding in example.Compile().Diagnostics)
            {
                foreach (CodeFix fix in finding.Fixes.Where(f => f.Safety == FixSafety.Safe))
                {
                    var before = example.Compile().Diagnostics;
                    string text = fix.ApplyTo(example.Source.Text);
                    var after = example.Compile(SourceText.FromString(text, PageCase.MainPath)).Diagnostics;
                    Assert.True(
                        after.Count(d => d.Code == finding.Code) < before.Count(d => d.Code == finding.Code),
                        $"{fix.Title} does not remove {finding}"
                    );
                    Assert.All(
                        after.Where(d => d.IsError),
                        a => Assert.Contains(before, b => b.Code == a.Code && b.Message == a.Message)
                    );
                }
            }
        }
    }

    /// <summary>
    /// The text under the primary label of each finding: what a user would change. The list is
    /// reviewed by eye; a line that changes without a reason is a bug.
    /// </summary>
    [Fact]
    public void Primary_labels_point_at_what_a_user_would_change()
    {
        IEnumerable<string> places =
            from descriptor in DiagnosticCatalog.All.Where(d => !d.IsLintRule)
            from example in Corpus.ExamplesOf(descriptor.Code)
            from finding in example.Compile().Diagnostics
            where finding.Code == descriptor.Code
            select $"{finding.Code} {Show(finding)}";
        string path = Path.Combine(
            Infrastructure.RepositoryRoot.Path,
            "tests/PromptDsl.Tests/Diagnostics/ExamplePlaces.txt"
        );
        string actual = string.Concat(places.Select(p => p + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Show(char c) =>
        c == '\n' ? "⏎"
        : char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format
            ? $"U+{(int)c:X4}"
        : c.ToString();

    private static string Show(Diagnostic finding)
    {
        string text = finding.Primary.Place.Text;
        IEnumerable<string> shown = (text.Length <= 60 ? text : text[..59] + "…").Select(Show);
        return $"«{string.Concat(shown)}» {finding.Primary.Text}";
    }
}
