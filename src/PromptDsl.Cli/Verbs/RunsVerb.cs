using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Running;
using PromptDsl.Cli.Terminal;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Cli.Verbs;

/// <summary>Past runs: what there is, what became of one, its pictures on a page, its batches.</summary>
internal sealed class RunsVerb : IVerb
{
    private readonly Argument<string> _id = new("id")
    {
        Description = "The id of a run, or the beginning of one; the last run if left out.",
        DefaultValueFactory = _ => RunFolders.Last,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text or json.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _limit = new("--limit", "-n")
    {
        Description = "How many runs to list at most; 20 if left out, and all as JSON.",
        HelpName = "n",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "The file to write, or - for standard output; gallery.html in the folder of the run if left out.",
        HelpName = "file",
    };

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until the batches have ended." };

    public RunsVerb()
    {
        _format.AcceptOnly("text", "json");
        _out.RefuseEmpty();
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc runs", "list past runs"),
        new("promptc runs show", "see what became of the last one"),
        new("promptc runs gallery", "write its pictures as one HTML page"),
        new("promptc runs fetch 20261121", "collect the batches of a run"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("runs", "Past runs, what they cost, and their pictures.") { _format, _limit };
        command.SetAction(List);
        var list = new Command("list", "List past runs, the newest first; also what `runs` alone does.")
        {
            _format,
            _limit,
        };
        list.SetAction(List);
        command.Add(list);
        command.Add(Show(contextOf));
        command.Add(Gallery(contextOf));
        command.Add(Fetch(contextOf));
        return command;

        int List(ParseResult result)
        {
            int? limit = result.GetValue(_limit) is { } text ? ReadLimit(text) : null;
            var printer = new RunsPrinter(contextOf(result));
            printer.List(result.GetValue(_format) == "json", limit);
            return ExitCode.Success;
        }
    }

    private static int ReadLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit > 0
            ? limit
            : throw new UsageException($"`--limit {text}` is not a number from 1 on", "Write --limit 50");

    private Command Show(Func<ParseResult, CommandContext> contextOf)
    {
        var show = new Command("show", "Show a run: its stages, pictures, checks and money.") { _id, _format };
        show.SetAction(result =>
        {
            var printer = new RunsPrinter(contextOf(result));
            printer.Show(result.GetRequiredValue(_id), result.GetValue(_format) == "json");
            return ExitCode.Success;
        });
        return show;
    }

    private Command Gallery(Func<ParseResult, CommandContext> contextOf)
    {
        var gallery = new Command("gallery", "Write the pictures of a run as one HTML page.") { _id, _out };
        gallery.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            if (GalleryWriter.Write(context, result.GetRequiredValue(_id), result.GetValue(_out)) is { } path)
            {
                context.Host.Out.WriteLine(SafeText.Escape(context.DisplayPath(path)));
            }

            return ExitCode.Success;
        });
        return gallery;
    }

    private Command Fetch(Func<ParseResult, CommandContext> contextOf)
    {
        var fetch = new Command("fetch", "Collect the batches of a run, and hand in what can follow.") { _id, _wait };
        fetch.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            RunSummary run = new RunFolders(context).Read(result.GetRequiredValue(_id));
            if (!run.Records.OfType<BatchHandedIn>().Any())
            {
                throw new UsageException(
                    $"run {run.RunId} has handed in no batches",
                    $"`promptc run --resume {run.RunId}` goes on with it."
                );
            }

            RunArguments.RefuseChanged(run, context);
            return RunVerb.Fetch(run, result, context);
        });
        return fetch;
    }
}
