using System.Text.RegularExpressions;
using PromptDsl.Cli.Templates;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed partial class NewVerbTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    public static TheoryData<string> Names() => [.. TemplateList.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_a_file_that_builds_and_is_formatted(string name)
    {
        Assert.Equal(0, _sandbox.Run("new", name).Code);
        CliResult build = _sandbox.Run("build", name + ".imgp", "--warnings-as-errors");
        Assert.True(build.Code == 0, build.ToString());
        Assert.Equal(0, _sandbox.Run("fmt", "--check").Code);
        Assert.DoesNotMatch(OtherFile(), _sandbox.Read(name + ".imgp"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Templates_are_listed(string name) =>
        Assert.Contains(
            _sandbox.Run("new", "--list").Out.Split('\n'),
            l => l.StartsWith(name + " ", StringComparison.Ordinal)
        );

    [Fact]
    public void Without_a_template_the_list_is_shown() =>
        Assert.Equal(_sandbox.Run("new", "--list").Out, _sandbox.Run("new").Out);

    [Fact]
    public void The_five_purposes_come_first() =>
        Assert.Equal(
            ["infographic", "marketing", "ui", "illustration", "diagram"],
            TemplateList.All.Take(5).Select(t => t.Name)
        );

    [Fact]
    public void A_path_can_be_given_also_a_folder()
    {
        _sandbox.Run("new", "icon", "art/mine.imgp");
        _sandbox.Run("new", "icon", "art");
        Assert.Equal(["art/icon.imgp", "art/mine.imgp"], _sandbox.Files());
    }

    [Fact]
    public void A_file_is_only_replaced_by_force()
    {
        _sandbox.Write("icon.imgp", "mine");
        CliResult refused = _sandbox.Run("new", "icon");
        Assert.Equal(2, refused.Code);
        Assert.Equal("mine", _sandbox.Read("icon.imgp"));
        Assert.Equal(0, _sandbox.Run("new", "icon", "--force").Code);
        Assert.NotEqual("mine", _sandbox.Read("icon.imgp"));
    }

    [Theory]
    [InlineData("stiker", "There is a template `sticker`")]
    [InlineData("poster.imgp", "promptc new illustration poster.imgp")]
    public void An_unknown_template_is_a_usage_error(string name, string help)
    {
        CliResult result = _sandbox.Run("new", name);
        Assert.Equal(2, result.Code);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Files());
    }

    // A template stands alone: it uses no file and reads no picture.
    [GeneratedRegex("^use |\\.png\"|\\.jpg\"", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherFile();
}
