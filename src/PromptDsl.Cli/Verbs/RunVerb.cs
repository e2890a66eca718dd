using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Running;

namespace PromptDsl.Cli.Verbs;

/// <summary>Makes the pictures.</summary>
internal sealed class RunVerb : IVerb
{
    private readonly SourceArguments _sources = new();
    private readonly RunOptionSet _run = new();
    private readonly CompileOptions _compile = new();
    private readonly FindingOptions _findings = new();

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc run poster.imgp --offline", "sketch it, without a key"),
        new("promptc run poster.imgp --max-cost 0.50", "make it, for 50 cents at most"),
        new("promptc run story.imgp --from light --pick mood=3", "go on from the third variant of a stage"),
        new("promptc run --resume", "go on with the last run"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("run", "Make the pictures: send the requests, check what comes back, write it.");
        _sources.AddTo(command);
        _run.AddTo(command);
        _compile.AddTo(command);
        _findings.AddWithoutFormatTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            RunSettings settings = _run.Bind(result);
            if (settings.Resume is { } resumed && !_sources.AreNamed(result))
            {
                return Repeat(resumed, result, command, context);
            }

            List<SourceFile> files = _sources.Bind(result, context);
            var job = new RunJob(context, settings, _findings.Bind(result), RunArguments.NotesOf(result, context));
            return job.Run(files, _compile.Bind(result, context));
        });
        return command;
    }

    /// <summary>Goes on with a run as it was called, and with what is said now.</summary>
    public static int Repeat(string id, ParseResult now, Command command, CommandContext context)
    {
        var folders = new RunFolders(context);
        string run = folders.Find(id);
        string[] words =
        [
            .. RunArguments.Recorded(folders.Store.Read(run), now, context),
            .. RunArguments.WordsOf(now).Where(w => w != "--resume" && w != id),
            "--resume",
            run,
        ];
        ParseResult again = command.Parse(words);
        return again.Errors.Count == 0
            ? again.Invoke(now.InvocationConfiguration)
            : throw new UsageException(
                again.Errors[0].Message.TrimEnd('.'),
                "Name the files, and what else is to hold, together with --resume."
            );
    }
}
