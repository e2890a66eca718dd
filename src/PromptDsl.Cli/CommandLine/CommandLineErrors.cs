using System.CommandLine;
using PromptDsl.Text;

namespace PromptDsl.Cli.CommandLine;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineErrors
{
    public static UsageException Explain(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        string seeHelp = command is RootCommand ? "See `promptc --help`." : $"See `{FullName(result)} --help`.";
        string? unknown = result.UnmatchedTokens.FirstOrDefault();
        if (unknown is null && command.Subcommands.Count > 0)
        {
            string verbs = string.Join(", ", command.Subcommands.Select(c => $"`{c.Name}`"));
            return new UsageException($"`{FullName(result)}` needs one of the verbs {verbs}", seeHelp);
        }

        if (unknown is null)
        {
            return new UsageException(result.Errors[0].Message.TrimEnd('.'), seeHelp);
        }

        bool isOption = unknown.StartsWith('-');
        IEnumerable<string> known = isOption
            ? command.Options.Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name);
        string? near = Suggestion.For(unknown, known);
        string what =
            isOption ? "option"
            : command.Subcommands.Count > 0 ? "verb"
            : "argument";
        return new UsageException(
            $"there is no {what} `{unknown}`",
            near is null ? seeHelp : $"There is a similar one: `{near}`. {seeHelp}"
        );
    }

    private static string FullName(ParseResult result)
    {
        var names = new Stack<string>();
        for (
            var current = result.CommandResult;
            current is not null;
            current = current.Parent as System.CommandLine.Parsing.CommandResult
        )
        {
            names.Push(current.Command is RootCommand ? ToolInfo.Name : current.Command.Name);
        }

        return string.Join(' ', names);
    }
}
