using System.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Text;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The paths of the verbs that work on source files.</summary>
internal sealed class SourceArguments
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, folders, globs, or - for standard input; the current folder if left out.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _standardInputName = new("--stdin-filename")
    {
        Description = "The path that standard input stands for, in messages and for what it uses.",
        HelpName = "path",
    };

    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_standardInputName);
    }

    /// <summary>Whether a path was written, rather than left out for the current folder.</summary>
    public bool AreNamed(ParseResult result) => result.GetValue(_paths) is { Length: > 0 };

    /// <summary>The files that are meant, in order.</summary>
    /// <exception cref="UsageException">There is none, or what looks like an option is none.</exception>
    /// <param name="result">The command line.</param>
    /// <param name="context">What the verb works with.</param>
    /// <param name="sought">Which files are found without being named; the sources of the language if left out.</param>
    public List<SourceFile> Bind(ParseResult result, CommandContext context, SoughtFiles? sought = null)
    {
        string[] paths = result.GetValue(_paths) ?? [];
        string[] known = [.. result.CommandResult.Command.Options.Select(o => o.Name)];
        foreach (string path in paths)
        {
            // The parser takes an option that it does not know for a path.
            if (
                path.Length > 1
                && path[0] == '-'
                && !known.Contains(path, StringComparer.Ordinal)
                && !Path.Exists(context.AbsolutePath(path))
            )
            {
                string? near = Suggestion.For(path, known);
                throw new UsageException(
                    $"there is no option `{path}`",
                    near is null ? $"The options are {string.Join(", ", known)}." : $"There is an option `{near}`."
                );
            }
        }

        return context.FindSources(paths, result.GetValue(_standardInputName), sought);
    }
}
