using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Formatting;
using PromptDsl.Syntax;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Formatting;

/// <summary>
/// Every formatted file means the same, holds the same comments, and formats to itself:
/// <see cref="FormatAssert.Format"/> checks it.
/// </summary>
public sealed class FormatterPropertyTests
{
    private static readonly Gen<string> Trivia = Gen.Elements(
        " ",
        "\n",
        "\r\n\r\n\r\n",
        "// line\n",
        "/* block */",
        "/* two\n   lines */",
        "\n// own\n"
    );

    private static readonly Gen<string> Soup = Gen.Elements([
        ",",
        "{",
        "}",
        "[",
        "]",
        ":",
        "=",
        "/",
        "\"",
        "\"\"\"",
        "x ",
        ".",
        "$",
    ]);

    [Fact]
    public void Generated_files_keep_their_meaning() =>
        Prop.ForAll(SourceGenerator.File.ToArbitrary(), source => CheckLineEnds(FormatAssert.Format(source), source))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40));

    [Fact]
    public void Token_soup_keeps_its_meaning_or_is_left_as_it_is()
    {
        Gen<string> sprinkled =
            from source in SourceGenerator.File
            from places in Gen.Choose(0, 1_000_000).Zip(Gen.Frequency((5, Trivia), (1, Soup))).ListOf(3)
            select places.Aggregate(source, (text, place) => Insert(text, place.Item1, place.Item2));
        Prop.ForAll(sprinkled.ToArbitrary(), source => Check(source))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(30));
    }

    [Fact]
    public void Examples_keep_their_meaning()
    {
        string folder = Path.Combine(RepositoryRoot.Path, "examples");
        string[] files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.imgp", SearchOption.AllDirectories)
            : [];
        Assert.All(files, file => Check(File.ReadAllText(file)));
    }

    private static void CheckLineEnds(string formatted, string source)
    {
        Assert.Equal(formatted, Formatter.Format(source.ReplaceLineEndings("\n")).Text);
        Assert.Equal(formatted, Formatter.Format(source.ReplaceLineEndings("\r\n")).Text);
    }

    private static void Check(string source)
    {
        string formatted = SyntaxTree.Parse(source).HasErrors ? source : FormatAssert.Format(source);
        Assert.Equal(formatted, Formatter.Format(source).Text);
    }

    /// <summary>Puts a piece of text before a token.</summary>
    private static string Insert(string source, int place, string insertion)
    {
        SyntaxToken[] tokens = [.. SyntaxTree.Parse(source).Root.Tokens()];
        return source.Insert(tokens[place % tokens.Length].Start, insertion);
    }
}
