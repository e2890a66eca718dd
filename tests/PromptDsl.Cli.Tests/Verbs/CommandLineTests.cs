using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Verbs;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class CommandLineTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    public static TheoryData<string> VerbNames() =>
        [.. VerbList.Create().Select(v => v.CreateCommand(_ => throw new InvalidOperationException()).Name)];

    [Theory]
    [MemberData(nameof(VerbNames))]
    public void The_help_of_every_verb_ends_in_examples_of_it(string verb)
    {
        CliResult result = _sandbox.Run(verb, "--help");
        Assert.Equal(0, result.Code);
        string examples = result.Out[result.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"promptc {verb}", examples, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        CliResult result = _sandbox.Run("--version");
        Assert.Equal((0, $"promptc {ToolInfo.Version}\n"), (result.Code, result.Out));
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown_and_the_usage_is_wrong()
    {
        CliResult result = _sandbox.Run();
        Assert.Equal(2, result.Code);
        Assert.Contains("Usage:", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bulid", "There is a similar one: `build`")]
    [InlineData("config", "`promptc config` needs one of the verbs `show`")]
    [InlineData("config shwo", "There is a similar one: `show`")]
    [InlineData("explain", "Required argument 'code|file' missing")]
    [InlineData("build --colour never", "there is no option `--colour`")]
    [InlineData("build --locale fr", "error: `--locale` is en, ko, and not `fr`\n")]
    [InlineData("run --profile azura", "and not `azura`; did you mean azure?\n")]
    [InlineData("runs --format xml", "error: `--format` is text, json, and not `xml`\n  See `promptc runs --help`.\n")]
    [InlineData("completion tcsh", "error: `shell` is bash, zsh, fish, powershell, and not `tcsh`\n")]
    [InlineData("run --max-cost", "error: `--max-cost` needs a value\n  See `promptc run --help`.\n")]
    [InlineData("run --out ", "error: `--out` needs a value\n")]
    [InlineData("build --out ", "error: `--out` needs a value\n")]
    [InlineData("runs gallery --out ", "error: `--out` needs a value\n")]
    [InlineData("models gpt-image-2 extra", "there is no argument `extra`")]
    public void Wrong_usage_is_explained_with_code_2(string arguments, string message)
    {
        CliResult result = _sandbox.Run(arguments.Split(' '));
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public void A_defect_is_one_line_without_a_stack()
    {
        FakeHost host = _sandbox.Host();
        int code = new App(host, [new DefectiveVerb()]).Run(["defective"]);
        Assert.Equal(2, code);
        Assert.StartsWith(
            "error: internal error in `defective`: InvalidOperationException: it broke\\u{A}badly\n",
            host.ErrorText,
            StringComparison.Ordinal
        );
        Assert.Contains("please report", host.ErrorText, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stack_of_a_defect_is_there_for_those_who_ask()
    {
        FakeHost host = _sandbox.Host();
        host.Environment["PROMPTC_DEBUG"] = "1";
        new App(host, [new DefectiveVerb()]).Run(["defective"]);
        Assert.Contains("   at ", host.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_is_code_130_and_writes_nothing()
    {
        _sandbox.Write("a.imgp", "title:   \"x\"\n");
        FakeHost host = _sandbox.Host();
        host.Interrupt.Cancel();
        Assert.Equal(130, Sandbox.Run(host, "fmt").Code);
        Assert.Equal("title:   \"x\"\n", _sandbox.Read("a.imgp"));
    }

    [Theory]
    [InlineData(false, "auto", null, null, false)]
    [InlineData(true, "auto", null, null, true)]
    [InlineData(true, "auto", "1", null, false)]
    [InlineData(true, "always", "1", null, true)]
    [InlineData(false, "auto", null, "1", true)]
    [InlineData(true, "auto", null, "0", false)]
    [InlineData(true, "never", null, "1", false)]
    [InlineData(false, "auto", "1", "1", false)]
    public void Colour_follows_the_flag_then_the_environment_then_the_terminal(
        bool isTerminal,
        string flag,
        string? noColor,
        string? forceColor,
        bool expected
    )
    {
        _sandbox.Write("a.imgp", "title:\n");
        FakeHost host = _sandbox.Host();
        host.IsOutputTerminal = isTerminal;
        host.Environment["NO_COLOR"] = noColor ?? "";
        host.Environment["FORCE_COLOR"] = forceColor ?? "";
        CliResult result = Sandbox.Run(host, "fmt", "--color", flag);
        Assert.Equal(expected, result.Out.Contains('\e', StringComparison.Ordinal));
    }

    private sealed class DefectiveVerb : IVerb
    {
        public IReadOnlyList<Example> Examples => [];

        public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
        {
            var command = new Command("defective");
            command.SetAction(int (_) => throw new InvalidOperationException("it broke\nbadly"));
            return command;
        }
    }
}
