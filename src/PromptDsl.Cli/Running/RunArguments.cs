using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Running;

/// <summary>
/// The command line of a run, which its record keeps, so that going on with it means the same files and values
/// without their being written again.
/// </summary>
internal static class RunArguments
{
    public const string Note = "arguments";
    public const string FolderNote = "folder";

    /// <summary>What a record keeps of a command line: the words after the verb.</summary>
    public static ImmutableDictionary<string, string> NotesOf(ParseResult result, CommandContext context) =>
        ImmutableDictionary<string, string>
            .Empty.Add(Note, JsonSerializer.Serialize(WordsOf(result), RunArgumentsJson.Default.StringArray))
            .Add(FolderNote, context.Host.WorkingDirectory);

    /// <summary>The words after the verb.</summary>
    public static string[] WordsOf(ParseResult result) =>
        [.. result.Tokens.SkipWhile(t => t.Value != result.CommandResult.Command.Name).Skip(1).Select(t => t.Value)];

    /// <summary>
    /// The words of a recorded run, without those that were about how it was watched and begun, and without options
    /// that are given anew.
    /// </summary>
    /// <exception cref="UsageException">The run was not made at the command line, or in another folder.</exception>
    public static ImmutableArray<string> Recorded(RunSummary run, ParseResult now, CommandContext context)
    {
        if (
            !run.Opened.Notes.TryGetValue(Note, out string? words)
            || !run.Opened.Notes.TryGetValue(FolderNote, out string? folder)
        )
        {
            throw new UsageException(
                $"run {run.RunId} does not say how it was called",
                "Go on with it by the program that made it."
            );
        }

        if (folder != context.Host.WorkingDirectory)
        {
            throw new UsageException(
                $"run {run.RunId} was made in another folder",
                $"Go on with it in {context.DisplayPath(folder)}."
            );
        }

        string[] recorded = JsonSerializer.Deserialize(words, RunArgumentsJson.Default.StringArray) ?? [];
        return [.. Kept(WithoutThoseOf(now, recorded))];
    }

    /// <summary>Leaves out options that take one value and that a command line gives another one.</summary>
    private static string[] WithoutThoseOf(ParseResult now, string[] words)
    {
        HashSet<string> given =
        [
            .. now
                .CommandResult.Command.Options.Where(o =>
                    o.Arity is { MinimumNumberOfValues: 1, MaximumNumberOfValues: 1 }
                    && now.GetResult(o) is { Implicit: false }
                )
                .SelectMany(o => o.Aliases.Prepend(o.Name)),
        ];
        return [.. words.Where((word, i) => !given.Contains(word) && (i == 0 || !given.Contains(words[i - 1])))];
    }

    private static IEnumerable<string> Kept(string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--yes" or "-y" or "--wait":
                    break;
                case "--resume" when i + 1 < words.Length && RunId.IsValid(words[i + 1]):
                case "--format":
                    i++;
                    break;
                case "--resume":
                    break;
                default:
                    yield return words[i];
                    break;
            }
        }
    }
}
