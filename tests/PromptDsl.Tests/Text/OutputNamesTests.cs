using System.Text;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Text;

public sealed class OutputNamesTests
{
    [Theory]
    [InlineData("layout", "layout")]
    [InlineData("배치", "배치")]
    [InlineData("season=spring,name=a/b", "season=spring,name=a_b")]
    [InlineData("a:b*c?\"<>|\\", "a_b_c______")]
    [InlineData("..", "_")]
    [InlineData(".hidden", "_.hidden")]
    [InlineData("dot. ", "dot")]
    [InlineData("", "_")]
    [InlineData("con", "_con")]
    [InlineData("Com1.x", "_Com1.x")]
    [InlineData("lpt", "lpt")]
    [InlineData("console", "console")]
    [InlineData("a\nb\u202e", "a_b_")]
    public void Names_fit_every_file_system(string name, string expected) =>
        Assert.Equal(expected, OutputNames.Sanitize(name));

    [Fact]
    public void Long_names_stay_different()
    {
        string one = OutputNames.Sanitize(new string('가', 200) + "1");
        string other = OutputNames.Sanitize(new string('가', 200) + "2");
        Assert.NotEqual(one, other);
        Assert.InRange(Encoding.UTF8.GetByteCount(one), 100, 160);
    }

    [Fact]
    public void Names_that_differ_only_in_case_get_numbers() =>
        Assert.Equal(["Mood", "mood-2", "MOOD-3", "other"], OutputNames.Distinct(["Mood", "mood", "MOOD", "other"]));
}
