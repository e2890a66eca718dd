using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Text;

namespace PromptDsl.Cli.Running;

/// <summary>
/// The command line of a run, which its record keeps, so that going on with it means the same files and values
/// without their being written again.
/// </summary>
internal static class RunArguments
{
    private const string Note = "arguments";
    private const string FolderNote = "folder";
    private const string CurrentFolder = ".";

    /// <summary>Options about how a run was begun and watched; they are not about what it makes.</summary>
    private static readonly ImmutableArray<string> NotRepeated =
    [
        RunOptionSet.ResumeName,
        RunOptionSet.YesName,
        "--wait",
        "--format",
        "--quiet",
        "--color",
    ];

    /// <summary>What a record keeps of a command line.</summary>
    public static ImmutableDictionary<string, string> NotesOf(ParseResult result, CommandContext context)
    {
        string[] words = [.. result.Tokens.Where(t => t.Type != TokenType.Command).Select(t => t.Value)];
        return ImmutableDictionary<string, string>
            .Empty.Add(Note, JsonSerializer.Serialize(words, RunArgumentsJson.Default.StringArray))
            .Add(FolderNote, context.Host.WorkingDirectory);
    }

    /// <summary>The words after the verb that go on with a run: as it was called, and with what is said now.</summary>
    /// <exception cref="UsageException">The run was not made at the command line, or in another folder.</exception>
    public static ImmutableArray<string> Repeat(RunSummary run, string verb, ParseResult now, CommandContext context)
    {
        ParseResult before = now.RootCommandResult.Command.Parse([verb, .. Recorded(run, context)]);
        string[] files =
        [
            .. before.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value),
        ];
        RefuseGone(run, files, context);
        OptionResult[] said = [.. Said(now).Where(o => o.Option.Name != RunOptionSet.ResumeName)];
        HashSet<string> replaced = [.. NotRepeated, .. said.Select(o => o.Option.Name)];
        return
        [
            .. Said(before).Where(o => !replaced.Contains(o.Option.Name)).SelectMany(WordsOf),
            .. said.SelectMany(WordsOf),
            RunOptionSet.ResumeName,
            run.RunId,
            "--",
            // Without paths, going on means as the record says: the current folder has to be named.
            .. files is [] ? [CurrentFolder] : files,
        ];
    }

    /// <summary>Refuses to go on unasked where a file is not the one whose price was agreed to.</summary>
    /// <exception cref="UsageException">A file was changed.</exception>
    public static void RefuseChanged(RunSummary run, CommandContext context)
    {
        RunFile? changed = run.Files.FirstOrDefault(f =>
            context.AbsolutePath(f.Path) is var path
            && File.Exists(path)
            && RunFiles.HashOf(SourceText.FromBytes(File.ReadAllBytes(path))) != f.Sha256
        );
        if (changed is not null)
        {
            throw new UsageException(
                $"`{changed.Path}` has changed since run {run.RunId} handed it in",
                $"Bring it back as it was, or go on with `promptc run --resume {run.RunId}`, which asks about what is new."
            );
        }
    }

    private static void RefuseGone(RunSummary run, string[] files, CommandContext context)
    {
        string? gone = files.FirstOrDefault(f =>
            f != SourceFiles.StandardInput && !GlobPattern.IsPattern(f) && !Path.Exists(context.AbsolutePath(f))
        );
        if (gone is not null)
        {
            throw new UsageException(
                $"run {run.RunId} was made of `{gone}`, which is gone",
                "Bring it back and try again: what the run has paid for is kept."
            );
        }
    }

    private static string[] Recorded(RunSummary run, CommandContext context)
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

        return JsonSerializer.Deserialize(words, RunArgumentsJson.Default.StringArray) ?? [];
    }

    /// <summary>The options that were written, those before the verb among them.</summary>
    private static IEnumerable<OptionResult> Said(ParseResult result)
    {
        for (SymbolResult? level = result.CommandResult; level is CommandResult command; level = level.Parent)
        {
            foreach (OptionResult option in command.Children.OfType<OptionResult>().Where(o => !o.Implicit))
            {
                yield return option;
            }
        }
    }

    private static IEnumerable<string> WordsOf(OptionResult option) =>
        option.Tokens.Count == 0
            ? [option.Option.Name]
            : option.Tokens.SelectMany(t => (string[])[option.Option.Name, t.Value]);
}
