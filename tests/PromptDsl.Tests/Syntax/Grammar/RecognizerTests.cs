using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>The parser and a recogniser of its own for the published grammar accept the same texts.</summary>
public sealed class RecognizerTests
{
    public static TheoryData<string> Accepted =>
        [
            "",
            "\uFEFF",
            "\uFEFFsubject: \"a fox\"",
            "use: 3",
            "use\"a\"as\tb",
            "mix\"oil\"{weight:70%}",
            "a [b.c,\nd.e\n]",
            "a: [\nb.c\n]",
            "a {\n}",
            "a { b: 1\n, c: 2\n, }",
            "a { b /*\n*/ c }",
            "for [a, b,] in [] {}",
            "a \"\"\"\n x\n \"\"\" {}",
            "a: \"\\u{10FFFF}\"",
            "a: -12.5%",
        ];

    public static TheoryData<string> Refused =>
        [
            "a\n{}",
            "a:\n1",
            "a\n: 1",
            "a, b",
            "a { , b }",
            "a { b,, c }",
            "a { b } c",
            "a: [,]",
            "a: [1 2]",
            "a: b . c",
            "a: .5",
            "a: 1.2.3",
            "a: 12345678901234567",
            "a: 0:5",
            "a: 0x5",
            "a: 3D",
            "a: #ff",
            "a: \"\"\"\"\"\"",
            "a: \"\"\"x\n\"\"\"",
            "a: \"\"\"\n x\n  \"\"\"",
            "a: \"\\q\"",
            "a: \"${}\"",
            "a: \"${ b }\"",
            "/*/",
            "// \u202E",
            "// \0",
            "define style a.b",
            "define style \"a\" {}",
            "include \"a\"",
            "use a",
        ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts(string text) => AssertBoth(text, accept: true);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses(string text) => AssertBoth(text, accept: false);

    [Theory]
    [InlineData("a: ", "[", "]", 64, true)]
    [InlineData("a: ", "[", "]", 65, false)]
    [InlineData("", "a {", "}", 64, true)]
    [InlineData("", "a {", "}", 65, false)]
    public void LimitsTheNesting(string before, string open, string close, int depth, bool accept)
    {
        string text =
            before + string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));
        AssertBoth(text, accept);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void LimitsTheLengthOfWords(int length, bool accept)
    {
        AssertBoth(new string('a', length), accept);
        AssertBoth($"a: \"${{{new string('a', length)}}}\"", accept);
        AssertBoth($"\uD840\uDC00{new string('a', length - 2)}", accept);
    }

    [Fact]
    public void RefusesALoneSurrogate() => AssertBoth("a: \"\uD800\"", accept: false);

    [Fact]
    public void BothAcceptTheExamples() => Assert.All(Corpus.Examples, text => AssertBoth(text, accept: true));

    [Fact]
    public void BothAcceptGeneratedPrograms() =>
        TextProperty.Holds(ProgramGenerator.Programs, 3_000, text => AssertBoth(text, accept: true), shrink: false);

    [Fact]
    public void BothAgreeOnMutantsOfGeneratedPrograms() =>
        TextProperty.Holds(Mutator.Mutants(ProgramGenerator.Programs), 6_000, AssertAgreement);

    [Fact]
    public void BothAgreeOnMutantsOfFiles() =>
        TextProperty.Holds(Mutator.Mutants(Gen.Elements<string>(["", .. Corpus.All])), 4_000, AssertAgreement);

    [Fact]
    public void MutantsAreOfBothSorts()
    {
        int accepted = Mutator
            .Mutants(ProgramGenerator.Programs)
            .Sample(1_000, new Rnd(1), size: 50)
            .Count(SpracheRecognizer.Accepts);
        Assert.InRange(accepted, 100, 700);
    }

    private static void AssertAgreement(string text) => AssertBoth(text, SpracheRecognizer.Accepts(text));

    private static void AssertBoth(string text, bool accept)
    {
        Assert.Equal(accept, SpracheRecognizer.Accepts(text));
        var tree = SyntaxTree.Parse(text);
        Assert.True(accept == !tree.HasErrors, $"the parser: {string.Join('\n', tree.Diagnostics)}");
    }
}
