using System.CommandLine;
using System.Globalization;
using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Differences;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Formatting;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>Brings files into the one layout of the language.</summary>
internal sealed class FmtVerb : IVerb
{
    private readonly SourceArguments _sources = new();
    private readonly FindingOptions _findings = new();

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; list the files that are not formatted and return 1 if there is one.",
    };

    private readonly Option<bool> _diff = new("--diff")
    {
        Description = "Write nothing; show what would change and return 1 if something would.",
    };

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc fmt", "format everything below this folder"),
        new("promptc fmt --check", "for CI: fail if something is not formatted"),
        new("promptc fmt - < poster.imgp", "format standard input"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("fmt", "Format files in place. There are no style options.");
        _sources.AddTo(command);
        command.Add(_check);
        command.Add(_diff);
        _findings.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            var arguments = new Arguments(
                _sources.Bind(result, context),
                result.GetValue(_check),
                result.GetValue(_diff),
                _findings.Bind(result)
            );
            return Run(arguments, context);
        });
        return command;
    }

    private static int Run(Arguments arguments, CommandContext context)
    {
        var loader = new SourceLoader(context);
        var broken = new List<Finding>();
        var changed = new List<(LoadedSource Source, SourceText Formatted)>();
        int unchanged = 0;
        foreach (SourceFile file in arguments.Files)
        {
            LoadedSource source = loader.Load(file);
            FormatResult result = Formatter.Format(SyntaxTree.Parse(source.Text));
            if (!result.IsFormattable)
            {
                broken.AddRange(source.Findings(result.Errors));
                continue;
            }

            unchanged += result.IsChanged ? 0 : 1;
            if (result.IsChanged || (file.IsStandardInput && arguments.WritesResult))
            {
                changed.Add((source, SourceText.FromString(result.Text, source.Text.Path)));
            }
        }

        bool hasErrors = broken.Count > 0 && new FindingsReporter(context, arguments.Findings).Report(broken).HasErrors;
        foreach ((LoadedSource source, SourceText formatted) in changed)
        {
            context.Host.Cancellation.ThrowIfCancellationRequested();
            Apply(source, formatted, arguments, context);
        }

        context.Host.Out.Flush();
        Summarize(arguments, changed.Count, unchanged, context);
        return hasErrors || (changed.Count > 0 && !arguments.WritesResult)
            ? arguments.Findings.FailureCode
            : ExitCode.Success;
    }

    private static void Apply(LoadedSource source, SourceText formatted, Arguments arguments, CommandContext context)
    {
        if (arguments.ShowDiff)
        {
            new UnifiedDiff(context.Host.Out, context.OutPaint, context.Host.IsOutputTerminal).Write(
                source.File.DisplayPath,
                source.Text.Text,
                formatted.Text
            );
        }
        else if (arguments.CheckOnly)
        {
            context.Host.Out.WriteLine(source.File.DisplayPath);
        }
        else if (source.File.IsStandardInput)
        {
            context.Host.WriteBytes(formatted.ToBytes().AsSpan());
        }
        else
        {
            AtomicFile.WriteNamed(source.File.AbsolutePath, source.File.DisplayPath, formatted.ToBytes().AsSpan());
        }
    }

    private static void Summarize(Arguments arguments, int changed, int unchanged, CommandContext context)
    {
        if (arguments.Files is [{ IsStandardInput: true }])
        {
            return;
        }

        var text = new StringBuilder();
        text.Append(Count(changed)).Append(arguments.WritesResult ? " formatted" : " would be formatted");
        text.Append(CultureInfo.InvariantCulture, $", {unchanged} already formatted.");
        context.Report(text.ToString());
    }

    private static string Count(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? "file" : "files")}");

    private sealed record Arguments(List<SourceFile> Files, bool CheckOnly, bool ShowDiff, FindingSettings Findings)
    {
        public bool WritesResult => !CheckOnly && !ShowDiff;
    }
}
