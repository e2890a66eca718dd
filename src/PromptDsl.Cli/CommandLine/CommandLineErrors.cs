using System.CommandLine;
using System.CommandLine.Parsing;
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
        if (unknown is null && command is { Action: null, Subcommands.Count: > 0 })
        {
            string verbs = string.Join(", ", command.Subcommands.Select(c => $"`{c.Name}`"));
            return new UsageException($"`{FullName(result)}` needs one of the verbs {verbs}", seeHelp);
        }

        if (unknown is null)
        {
            string problem = WithoutValue(result) is { } option
                ? $"`{option}` needs a value"
                : result.Errors[0].Message.TrimEnd('.');
            return new UsageException(problem, seeHelp);
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

    private static string? WithoutValue(ParseResult result) =>
        result
            .CommandResult.Children.OfType<OptionResult>()
            .FirstOrDefault(o => o is { Implicit: false, Tokens.Count: 0, Option.Arity.MinimumNumberOfValues: > 0 })
            ?.Option.Name;

    private static string FullName(ParseResult result)
    {
        var names = new Stack<string>();
        for (var current = result.CommandResult; current is not null; current = current.Parent as CommandResult)
        {
            names.Push(current.Command is RootCommand ? ToolInfo.Name : current.Command.Name);
        }

        return string.Join(' ', names);
    }
}
