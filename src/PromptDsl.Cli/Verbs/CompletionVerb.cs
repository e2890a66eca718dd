using System.CommandLine;
using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Verbs;

/// <summary>Prints the script that lets a shell complete command lines.</summary>
internal sealed class CompletionVerb : IVerb
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    private readonly Argument<string> _shell = new("shell")
    {
        Description = "bash, zsh, fish or powershell.",
        HelpName = "shell",
    };

    public CompletionVerb()
    {
        _shell.AcceptOnly(Shells);
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("source <(promptc completion bash)", "in ~/.bashrc; zsh alike"),
        new("promptc completion fish | source", "in config.fish"),
        new("promptc completion powershell | Out-String | Invoke-Expression", "in $PROFILE"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("completion", "Print the completion script of a shell.") { _shell };
        command.SetAction(result => Run(result.GetRequiredValue(_shell), contextOf(result)));
        return command;
    }

    private static int Run(string shell, CommandContext context)
    {
        using Stream script = typeof(CompletionVerb).Assembly.GetManifestResourceStream($"Completion/{shell}")!;
        using var reader = new StreamReader(script);
        context.Host.Out.Write(reader.ReadToEnd());
        return ExitCode.Success;
    }
}
