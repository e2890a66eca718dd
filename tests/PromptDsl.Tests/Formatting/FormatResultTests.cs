using PromptDsl.Formatting;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class FormatResultTests
{
    [Theory]
    [InlineData("\uFEFFtitle :  \"a")]
    [InlineData("style {\r\n  medium: oil paint\r\n")]
    [InlineData("title: \"a\",")]
    [InlineData("# comment\ntitle:   \"a\"")]
    public void A_file_with_errors_is_left_as_it_is(string source)
    {
        FormatResult result = Formatter.Format(source);
        Assert.False(result.IsFormattable);
        Assert.False(result.IsChanged);
        Assert.Equal(source, result.Text);
        Assert.NotEmpty(result.Errors);
        Assert.All(result.Errors, e => Assert.True(e.IsError));
    }

    [Fact]
    public void A_file_with_warnings_is_formatted()
    {
        FormatResult result = Formatter.Format("title:  \"\u202Ea\u202C\"");
        Assert.True(result.IsFormattable);
        Assert.Equal("title: \"\u202Ea\u202C\"\n", result.Text);
    }

    [Theory]
    [InlineData("title: \"a\"\n", false)]
    [InlineData("title: \"a\"", true)]
    [InlineData("title: \"a\"\r\n", true)]
    [InlineData("\uFEFFtitle: \"a\"\n", true)]
    [InlineData("", false)]
    public void Tells_whether_the_text_is_another(string source, bool isChanged)
    {
        FormatResult result = Formatter.Format(SyntaxTree.Parse(source));
        Assert.Equal(isChanged, result.IsChanged);
        Assert.Equal(source, result.Source.Text);
    }
}
