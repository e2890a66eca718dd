using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class StatementRemovalTests
{
    [Theory]
    [InlineData("technical { compression: 80, format: png }", "technical { format: png }")]
    [InlineData("technical { format: png, compression: 80 }", "technical { format: png }")]
    [InlineData("technical { format: png, compression: 80, count: 2 }", "technical { format: png, count: 2 }")]
    [InlineData("technical { format: png, compression: 80, }", "technical { format: png, }")]
    [InlineData("technical { compression: 80 }", "technical { }")]
    [InlineData("technical { compression : 80 }", "technical { }")]
    [InlineData("technical {\n  compression: 80\n  count: 2\n}", "technical {\n  count: 2\n}")]
    [InlineData("technical {\n  count: 2\n  compression: 80,\n}", "technical {\n  count: 2\n}")]
    [InlineData("technical {\r\n  compression: 80\r\n  count: 2\r\n}", "technical {\r\n  count: 2\r\n}")]
    [InlineData("technical {\n  compression: 80 // why\n}", "technical {\n  // why\n}")]
    [InlineData("technical {\n  count: 2,\n  compression: 80 }", "technical {\n  count: 2,\n  }")]
    public void A_property_goes_with_its_comma_or_its_line(string before, string after)
    {
        string text = $"subject: \"a fox\"\n{before}\n";
        CodeFix fix = Fixes(text)[0];
        Assert.Equal(FixSafety.Safe, fix.Safety);
        string changed = fix.ApplyTo(text);
        Assert.Equal($"subject: \"a fox\"\n{after}\n", changed);
        Assert.Empty(Checked.Findings(changed));
    }

    [Fact]
    public void A_value_from_elsewhere_is_left_alone() =>
        Assert.Empty(Fixes("subject: \"a fox\"\nvary technical.compression: [70, 80]\n"));

    [Fact]
    public void A_value_by_name_goes_with_its_key()
    {
        const string Text = "param loss: number = 80\nsubject: \"a fox\"\ntechnical { compression: loss, count: 2 }\n";
        Assert.EndsWith("technical { count: 2 }\n", Fixes(Text)[0].ApplyTo(Text), StringComparison.Ordinal);
    }

    private static CodeFix[] Fixes(string text) =>
        [.. Checked.Findings(text).Where(d => d.Code == "IMG2008").Take(1).SelectMany(d => d.Fixes)];
}
