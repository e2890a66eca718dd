using System.CommandLine;

namespace PromptDsl.Cli.CommandLine;

/// <summary>One job of the tool.</summary>
internal interface IVerb
{
    /// <summary>Command lines to show in the help, each with what it does.</summary>
    IReadOnlyList<Example> Examples { get; }

    /// <summary>The command with its arguments and options.</summary>
    /// <param name="contextOf">Gives the verb what it works with once the command line is read.</param>
    Command CreateCommand(Func<ParseResult, CommandContext> contextOf);
}
