using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Options;
using PromptDsl.Tests.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Linting;

public partial class RulePageTests
{
    private static readonly string[] Headings =
    [
        "What it checks",
        "Why it matters",
        "Example",
        "Use instead",
        "Fix safety",
        "Options",
        "Source",
    ];

    public static TheoryData<string> Codes => [.. RuleRegistry.All.Select(r => r.Descriptor.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_the_fixed_headings_in_order(string code)
    {
        RulePage page = RulePage.Of(code);
        Assert.Equal(Headings, page.Titles);
        Assert.All(Headings, h => Assert.NotEmpty(page.Section(h)));
        Assert.EndsWith(".", DiagnosticPages.Summary(code), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Examples_fire_and_their_fixes_hold(string code)
    {
        ImmutableArray<(string Text, RuleRun Run)> examples = RulePage.Of(code).Examples("Example");
        Assert.NotEmpty(examples);
        foreach ((string text, RuleRun run) in examples)
        {
            ImmutableArray<Diagnostic> found = run.Lint(text);
            Assert.True(found.Any(d => d.Code == code), $"{code} does not fire on\n{text}");
            Assert.All(found, DiagnosticStyle.Check);
            Assert.All(found, d => Assert.NotNull(d.Help));
            Assert.All(found, d => Assert.NotEmpty(d.Primary.Text));
            RuleFixes.Check(run, text);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_to_use_instead_is_silent(string code)
    {
        ImmutableArray<(string Text, RuleRun Run)> examples = RulePage.Of(code).Examples("Use instead");
        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Empty(e.Run.Lint(e.Text).Select(d => $"{d}\n{e.Text}")));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_an_example_in_both_languages(string code)
    {
        string example = RulePage.Of(code).Section("Example");
        Assert.Matches(Korean(), example);
        Assert.Contains(RulePage.Of(code).Examples("Example"), e => !Korean().IsMatch(e.Text));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_names_every_option_with_its_default(string code)
    {
        LintRule rule = RuleRegistry.Find(code)!;
        string options = RulePage.Of(code).Section("Options");
        Assert.Equal(rule.Options.IsEmpty, options.StartsWith("None.", StringComparison.Ordinal));
        foreach (RuleOption option in rule.Options)
        {
            Assert.Contains($"`{option.Name}`", options, StringComparison.Ordinal);
            Assert.EndsWith(".", option.Documentation, StringComparison.Ordinal);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", option.Name);
            Assert.True(
                option switch
                {
                    IntegerOption o => o.Minimum <= o.Default && o.Default <= o.Maximum,
                    NumberOption o => o.Minimum <= o.Default && o.Default <= o.Maximum,
                    _ => true,
                },
                $"{code}: the default of {option.Name} is out of its range"
            );
        }
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() =>
        Assert.Equal(
            RuleRegistry.All.Select(r => $"{r.Descriptor.Code}.md").Append("README.md"),
            Directory
                .EnumerateFiles(Path.Combine(Infrastructure.RepositoryRoot.Path, "docs/rules"))
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"\p{IsHangulSyllables}", RegexOptions.None, 1000)]
    private static partial Regex Korean();
}
