using System.CommandLine;
using System.CommandLine.Parsing;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Versions;
using PromptDsl.Comparison;
using PromptDsl.Comparison.Reports;

namespace PromptDsl.Cli.Verbs;

/// <summary>Shows what two versions of files mean differently.</summary>
internal sealed class DiffVerb : IVerb
{
    private readonly CompileOptions _compile = new();

    private readonly Argument<string[]> _operands = new("A B")
    {
        Description = "Two files or folders; or one or two revisions, and paths after --. HEAD if left out.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, json or markdown.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _noText = new("--no-text")
    {
        Description = "Leave out the compiled text and the requests.",
    };

    private readonly Option<bool> _exitZero = new("--exit-zero") { Description = "Return 0 when something changed." };

    public DiffVerb()
    {
        _format.AcceptOnly("text", "json", "markdown");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc diff", "see what the working tree means differently from HEAD"),
        new("promptc diff old.imgp new.imgp", "compare two files"),
        new("promptc diff v1.2.0 HEAD -- prompts", "compare a folder in two revisions"),
        new("promptc diff main...HEAD --format markdown", "describe a branch for its pull request"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("diff", "Show what changed in meaning between two versions.")
        {
            _operands,
            _format,
            _noText,
            _exitZero,
        };
        _compile.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            using var versions = new VersionPair(context, SettingsOf(result, context));
            VersionDifference difference = versions.Compare(OperandsOf(result, context));
            Write(difference, result, context);
            return difference.IsEmpty || result.GetValue(_exitZero) ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }

    private CompileSettings SettingsOf(ParseResult result, CommandContext context)
    {
        CompileSettings settings = _compile.Bind(result, context);

        // A template that is named is the same for both versions, wherever they are read.
        return settings.Template is { } template
            ? settings with
            {
                Template = context.AbsolutePath(template),
            }
            : settings;
    }

    private VersionOperands OperandsOf(ParseResult result, CommandContext context)
    {
        string[] operands = result.GetValue(_operands) ?? [];
        int tail = result.Tokens.Reverse().TakeWhile(t => t.Type != TokenType.DoubleDash).Count();
        bool hasDashes = tail < result.Tokens.Count;
        string[] first = hasDashes ? operands[..^tail] : operands;
        string[]? paths = hasDashes ? operands[^tail..] : null;
        if (first.FirstOrDefault(o => o.StartsWith('-')) is { } option)
        {
            throw new UsageException($"there is no option `{option}`", "See `promptc diff --help`.");
        }

        return VersionOperands.Read(first, paths, o => Path.Exists(context.AbsolutePath(o)));
    }

    private void Write(VersionDifference difference, ParseResult result, CommandContext context)
    {
        bool showsText = !result.GetValue(_noText);
        switch (result.GetValue(_format))
        {
            case "json":
                context.Host.Out.Write(JsonReport.Write(difference));
                break;
            case "markdown":
                context.Host.Out.Write(MarkdownReport.Write(difference, showsText));
                break;
            default:
                foreach (MarkedLine line in new TextReport(showsText).Lines(difference))
                {
                    context.Host.Out.WriteLine(Show(line, context.OutPaint));
                }

                break;
        }
    }

    private static string Show(MarkedLine line, Paint paint)
    {
        var safe = new MarkedLine([.. line.Parts.Select(p => p with { Text = SafeText.Escape(p.Text) })]);
        return paint.IsEnabled ? string.Concat(safe.Parts.Select(p => Show(p, paint))) : safe.ToString();
    }

    private static string Show(MarkedText part, Paint paint) =>
        part.Mark switch
        {
            Mark.Title => paint.Bold(part.Text),
            Mark.Heading or Mark.Changed => paint.Cyan(part.Text),
            Mark.Added or Mark.AddedWords => paint.Green(part.Text),
            Mark.Removed or Mark.RemovedWords => paint.Red(part.Text),
            Mark.Dim => paint.Dim(part.Text),
            _ => part.Text,
        };
}
