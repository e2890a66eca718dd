using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class RuleFixTests
{
    [Theory]
    [InlineData("IMG3408", "subject: \"a he\u200Bath\u200Ber jar\"\n", "subject: \"a heather jar\"\n")]
    [InlineData("IMG3408", "subject: \"가을\u00A0바다\"\n", "subject: \"가을 바다\"\n")]
    public void A_safe_fix_leaves_plain_characters(string code, string text, string expected) =>
        AssertFix(code, text, FixSafety.Safe, expected);

    [Theory]
    [InlineData("IMG3408", "subject: \"ＣＡＦＥ 가게\"\n", "subject: \"CAFE 가게\"\n")]
    [InlineData("IMG3208", "details { text \"H\u0410RBOUR\" }\n", "details { text \"HARBOUR\" }\n")]
    [InlineData(
        "IMG3403",
        "subject: \"a fox in the snow --ar 16:9\"\n",
        "subject: \"a fox in the snow\"\ntechnical { aspect: 16:9 }\n"
    )]
    public void An_unsafe_fix_writes_what_was_probably_meant(string code, string text, string expected) =>
        AssertFix(code, text, FixSafety.Unsafe, expected);

    [Fact]
    public void Copy_in_prose_is_only_shown_as_a_text() =>
        AssertFix(
            "IMG3207",
            "subject: \"a sign that says 'OPEN'\"\n",
            FixSafety.DisplayOnly,
            "subject: \"a sign that says 'OPEN'\"\ndetails { text \"OPEN\" }\n"
        );

    [Theory]
    [InlineData("subject: \"a fox --ar 16:9\"\ntechnical { quality: high }\n")]
    [InlineData("subject: \"a fox --ar wide\"\n")]
    public void A_ratio_is_not_moved_where_it_would_not_be_one_or_the_file_says_more(string text) =>
        Assert.All(Lint("IMG3403", text, LintOptions.Default), d => Assert.Empty(d.Fixes));

    [Theory]
    [InlineData("IMG3603", "allowed", "subject: \"a Coca-Cola can\"\n", "Coca-Cola")]
    [InlineData("IMG3602", "allowed", "subject: \"김연아와 얼음판\"\n", "김연아")]
    [InlineData("IMG3601", "allowed", "style { artist: \"Banksy\" }\n", "banksy")]
    public void A_name_that_a_project_allows_is_no_finding(string code, string option, string text, string name)
    {
        Assert.NotEmpty(Lint(code, text, LintOptions.Default));
        Assert.Empty(Lint(code, text, With(code, option, ImmutableArray.Create(name))));
    }

    [Fact]
    public void Bounds_are_those_of_the_project()
    {
        const string Short =
            "details { text \"Soup and songs\" { at: top, color: #777777 } }\nstyle { palette { background: #FFFFFF } }\n";
        Assert.Empty(Lint("IMG3202", Short, LintOptions.Default));
        Assert.NotEmpty(Lint("IMG3202", Short, With("IMG3202", "max-words", 2)));
        Assert.Empty(Lint("IMG3210", Short, LintOptions.Default));
        Assert.NotEmpty(Lint("IMG3210", Short, With("IMG3210", "min-contrast", 4.5m)));
    }

    private static void AssertFix(string code, string text, FixSafety safety, string expected)
    {
        CodeFix fix = Assert.Single(Assert.Single(Lint(code, text, LintOptions.Default)).Fixes);
        Assert.Equal(safety, fix.Safety);
        Assert.Equal(expected, fix.ApplyTo(text));
    }

    private static LintOptions With(string code, string option, object value) =>
        LintOptions.Default with
        {
            Settings = LintOptions.Default.Settings.Add((code, option), value),
        };

    private static ImmutableArray<Diagnostic> Lint(string code, string text, LintOptions options)
    {
        LintRule rule = RuleRegistry.All.Single(r => r.Descriptor.Code == code);
        CompilationResult result = new PromptCompiler(new MemoryFiles()).Compile(
            SourceText.FromString(text),
            CompilerOptions.Default
        );
        Assert.True(result.Succeeded);
        return new Linter(options, [rule]).Lint(result, CompilerOptions.Default);
    }
}
