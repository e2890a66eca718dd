using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax;

/// <summary>What strings stand for. A slot is shown as <c>‹path›</c>.</summary>
public sealed class StringTests
{
    public static TheoryData<string, string> Strings =>
        new()
        {
            { "\"\"", "" },
            { "\"a b\"", "a b" },
            { "\"안개 🎨\"", "안개 🎨" },
            { "\"\\\" \\\\ \\n \\t \\$ \\${a}\"", "\" \\ \n \t $ ${a}" },
            { "\"\\u{41}\\u{1F600}\\u{0000e9}\"", "A😀é" },
            { "\"${a}\"", "‹a›" },
            { "\"${a}${b.c} d\"", "‹a›‹b.c› d" },
            { "\"${남자-주인공}\"", "‹남자-주인공›" },
            { "\"$ $a {b} $}\"", "$ $a {b} $}" },
            { "\"// #fff 'x'\"", "// #fff 'x'" },
            { "\"\"\"a \"b\" \\n\"\"\"", "a \"b\" \\n" },
            { "\"\"\" a \"\"\"", " a " },
            { "\"\"\"\"a \"\"\" b\"\"\"\"", "a \"\"\" b" },
            { "\"\"\"$${a} ${a} $$ $$${a}\"\"\"", "${a} ‹a› $$ $${a}" },
            { "\"\"\"\n\"\"\"", "" },
            { "\"\"\"\na\n\"\"\"", "a" },
            { "\"\"\"\n\na\n\n\"\"\"", "\na\n" },
            { "\"\"\"\r\na\r\nb\r\n\"\"\"", "a\nb" },
            { "\"\"\"\ra\rb\r\"\"\"", "a\nb" },
            { "\"\"\" \t\n  a\n    b\n  \"\"\"", "a\n  b" },
            { "\"\"\"\n\ta\n\t\tb\n\t\"\"\"", "a\n\tb" },
            { "\"\"\"\n  a\n\n \n   \n  b\n  \"\"\"", "a\n\n\n \nb" },
            { "\"\"\"\n  a  \n  \"\"\"", "a  " },
            { "\"\"\"\n  ${a} b\n  $${c}\n  \"\"\"", "‹a› b\n${c}" },
            { "\"\"\"\n  a\u2028b\n  \"\"\"", "a\u2028b" },
        };

    [Theory]
    [MemberData(nameof(Strings), DisableDiscoveryEnumeration = true)]
    public void Reads(string text, string expected)
    {
        var tree = SyntaxTree.Parse($"a: {text}");
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(expected, Value(tree));
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "\"a", "IMG0010 «\"a»", "a" },
            { "\"a\\\"", "IMG0010 «\"a\\\"»", "a\"" },
            { "\"a\\", "IMG0010 «\"a\\»", "a\\" },
            { "\"\"\"a", "IMG0011 «\"\"\"»", "a" },
            { "\"\\q\"", "IMG0013 «\\q»", "\\q" },
            { "\"\\🎨\"", "IMG0013 «\\🎨»", "\\🎨" },
            { "\"\\r\"", "IMG0013 «\\r»", "\\r" },
            { "\"\\u0041\"", "IMG0013 «\\u0041»", "\\u0041" },
            { "\"\\u{}\"", "IMG0013 «\\u{}»", "\\u{}" },
            { "\"\\u{0}\"", "IMG0013 «\\u{0}»", "\\u{0}" },
            { "\"\\u{D800}\"", "IMG0013 «\\u{D800}»", "\\u{D800}" },
            { "\"\\u{110000}\"", "IMG0013 «\\u{110000}»", "\\u{110000}" },
            { "\"${}\"", "IMG0014 «${}»", "${}" },
            { "\"${ a }\"", "IMG0014 «${ a }»", "${ a }" },
            { "\"${a b}\"", "IMG0014 «${a b}»", "${a b}" },
            { "\"${a.}\"", "IMG0014 «${a.}»", "${a.}" },
            { "\"${1}\"", "IMG0014 «${1}»", "${1}" },
            { "\"${a\"", "IMG0014 «${a»", "${a" },
            { "\"\"\"a\n  b\n  \"\"\"", "IMG0015 «a»", "b" },
            { "\"\"\"\n  a\n b\n  \"\"\"", "IMG0015 « b»", "a\n b" },
            { "\"\"\"\n\ta\n  \"\"\"", "IMG0015 «\ta»", "\ta" },
            { "\"\"\"\n  a\n  b\"\"\"", "IMG0015 «  b»", "  a\n  b" },
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void ReportsAndReadsOn(string text, string findings, string expected)
    {
        var tree = SyntaxTree.Parse($"a: {text}");
        Assert.Equal(findings, string.Join(" ", tree.Diagnostics.Select(d => $"{d.Code} «{d.Primary.Place.Text}»")));
        Assert.Equal(expected, Value(tree));
    }

    [Theory]
    [InlineData("a \"b\" \\ \n\t ${c} $d \u0001\u007F 🎨")]
    [InlineData("")]
    public void WhatIsWrittenIsReadAgain(string text) =>
        Assert.Equal(text, Value(SyntaxTree.Parse($"a: {StringLiteral.Quote(text)}")));

    private static string Value(SyntaxTree tree)
    {
        var property = Assert.IsType<PropertySyntax>(Assert.Single(tree.Root.Statements));
        return string.Concat(
            Assert
                .IsType<StringSyntax>(property.Value)
                .Parts.Select(p => p.IsSlot ? $"‹{string.Join('.', p.Path)}›" : p.Text)
        );
    }
}
