using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Tests.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class RuleCaseTests
{
    private static readonly string Folder = Path.Combine(
        Infrastructure.RepositoryRoot.Path,
        "tests/PromptDsl.Tests/Linting/Rules"
    );

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string file in Directory.EnumerateFiles(Folder, "*.cases").Order(StringComparer.Ordinal))
            {
                for (int i = 0; i < RuleCase.ReadFile(file).Length; i++)
                {
                    data.Add(Path.GetFileName(file), i);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Rules => [.. RuleRegistry.All.Select(r => r.Descriptor.Code)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_reports_just_what_its_case_marks(string file, int index)
    {
        RuleCase example = RuleCase.ReadFile(Path.Combine(Folder, file))[index];
        ImmutableArray<Diagnostic> found = RuleRun.Of(example).Lint(example.Text);
        string report = $"{example}\n{string.Join('\n', found.Select(Describe))}";
        Assert.True(
            example.Fires != example.Primary.IsEmpty,
            $"{example}: a case that fires has marks, a silent one none"
        );
        Assert.All(found, DiagnosticStyle.Check);
        AssertSpans(example.Primary, found.Select(d => d.Span), report);
        AssertSpans(example.Secondary, found.SelectMany(d => d.Secondary).Select(l => l.Place.Span).Distinct(), report);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fixes_of_a_case_remove_what_they_are_for(string file, int index)
    {
        RuleCase example = RuleCase.ReadFile(Path.Combine(Folder, file))[index];
        RuleFixes.Check(RuleRun.Of(example), example.Text);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_cases_that_fire_and_cases_that_do_not_in_both_languages(string code)
    {
        string path = Path.Combine(Folder, $"{code}.cases");
        Assert.True(File.Exists(path), $"{code} has no cases");
        ImmutableArray<RuleCase> cases = RuleCase.ReadFile(path);
        foreach (bool fires in (bool[])[true, false])
        {
            foreach (string language in (string[])["en", "ko"])
            {
                Assert.True(
                    cases.Any(c => c.Fires == fires && c.Language == language),
                    $"{code} has no case in {language} that {(fires ? "fires" : "stays silent")}"
                );
            }
        }
    }

    private static void AssertSpans(ImmutableArray<TextSpan> expected, IEnumerable<TextSpan> actual, string report) =>
        Assert.True(expected.SequenceEqual(actual.OrderBy(s => s.Start)), report);

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic} [{diagnostic.Primary.Place.Text}]"
        + string.Concat(diagnostic.Secondary.Select(l => $" [{l.Place.Text}]"));
}
