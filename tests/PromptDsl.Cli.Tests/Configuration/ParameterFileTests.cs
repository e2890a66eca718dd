using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Cli.Tests.Configuration;

public sealed class ParameterFileTests
{
    [Fact]
    public void Values_keep_their_text_and_their_line()
    {
        ImmutableArray<ParameterBinding> bindings = Read("# comment\nname: \"1.0\"\ncount: 007\nflag: yes\nempty:\n");
        Assert.Equal(["1.0", "007", "yes", ""], bindings.Select(b => b.Text));
        Assert.Equal("params.yaml:3", bindings[1].Origin);
        Assert.Null(bindings[0].Items);
    }

    [Fact]
    public void Lists_may_hold_lists()
    {
        ParameterBinding binding = Read("rows:\n- [a, 1]\n- [b, 2]\n").Single();
        Assert.Equal(2, binding.Items!.Value.Length);
        Assert.Equal(["b", "2"], binding.Items.Value[1].Items!.Value.Select(i => i.Text));
        Assert.Equal("params.yaml:3", binding.Items.Value[1].Origin);
    }

    [Fact]
    public void Aliases_stand_for_what_they_name()
    {
        ImmutableArray<ParameterBinding> bindings = Read("a: &x [1, 2]\nb: *x\n");
        Assert.Equal(["1", "2"], bindings[1].Items!.Value.Select(i => i.Text));
    }

    [Theory]
    [InlineData("- a\n", "a parameter file is a list")]
    [InlineData("a: { b: c }\n", "the value of `a` is a mapping")]
    [InlineData("a: 1\na: 2\n", "the key `a` is given twice")]
    [InlineData("a: *x\n", "the alias `*x` stands for nothing")]
    [InlineData("a: &x [*x]\n", "the alias `*x` stands for nothing")]
    [InlineData("a: \"b\n", "is not YAML")]
    [InlineData("a: b: c\n", "is not YAML")]
    [InlineData("a:\n\t- b\n", "is not YAML")]
    public void What_is_wrong_is_said_with_its_place(string yaml, string message)
    {
        var problem = Assert.Throws<SourceProblemException>(() => Read(yaml));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("params.yaml", problem.Place.Source.Path);
    }

    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; i++)
        {
            yaml += $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n";
        }

        Assert.Contains(
            "more than 10000 values",
            Assert.Throws<SourceProblemException>(() => Read(yaml)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Depth_has_an_end()
    {
        string yaml = "a: " + new string('[', 5000);
        Assert.Contains(
            "deeper than 64",
            Assert.Throws<SourceProblemException>(() => Read(yaml)).Message,
            StringComparison.Ordinal
        );
    }

    private static ImmutableArray<ParameterBinding> Read(string yaml) =>
        ParameterFile.Read(SourceText.FromString(yaml, "params.yaml"));
}
