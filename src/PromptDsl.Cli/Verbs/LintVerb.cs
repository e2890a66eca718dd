using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Linting;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Verbs;

/// <summary>Reports everything that is to be said about files, and fixes what can be fixed.</summary>
internal sealed class LintVerb : IVerb
{
    private readonly SourceArguments _sources = new();
    private readonly LintOptionSet _lint = new();
    private readonly CompileOptions _compile = new();
    private readonly FindingOptions _findings = new();

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc lint", "look at everything below this folder"),
        new("promptc lint --fix", "make the safe fixes, report what is left"),
        new("promptc lint --select contradictions,IMG34", "look for some findings alone"),
        new("promptc lint prompts.txt --text-per-line", "look at prompts in plain text"),
        new("promptc lint --baseline lint-baseline.json", "report only what is new"),
        new("promptc lint --changed-since origin/main", "for CI: look at what a branch changed"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("lint", "Report what goes wrong with prompts, and fix what can be fixed.");
        _sources.AddTo(command);
        _lint.AddTo(command);
        _compile.AddTo(command);
        _findings.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            FindingSettings findings = _findings.Bind(result);
            LintActions actions = _lint.Bind(result, context, findings.ShowHints);
            if (actions.ShowsStatistics && findings.NamesStandardOutput)
            {
                throw new UsageException(
                    "`--statistics` and findings are both to be written to standard output",
                    "Give the findings a file: --statistics --format json:findings.json"
                );
            }

            SoughtFiles sought = actions.Settings.IsText ? PlainPrompts.Alone : PlainPrompts.BesideSources;
            List<SourceFile> files = _sources.Bind(result, context, sought);
            return Run(files, actions, _compile.Bind(result, context), findings, context);
        });
        return command;
    }

    private static int Run(
        List<SourceFile> files,
        LintActions actions,
        CompileSettings compile,
        FindingSettings findings,
        CommandContext context
    )
    {
        using var run = new LintRun(context, compile, actions.Settings);
        run.Lint(files);
        var changes = new LintChanges(run, actions, context);
        List<ChangedFile> changed = changes.Make(findings);
        if (actions.ShowsDifference)
        {
            new ChangeWriter(context).Show(changed);
            changes.Summarize();
            return changed.Count > 0 ? findings.FailureCode : ExitCode.Success;
        }

        // What goes to standard output is the text of standard input, where something was to be done with it.
        bool isFilter = actions.Changes && files is [{ IsStandardInput: true }];
        new ChangeWriter(context).Write(isFilter ? [changes.Whole()] : changed);
        FindingCounts counts = Report(run, actions, findings, context, isFilter);
        changes.Summarize();
        return counts.HasErrors || counts.Warnings > actions.MaxWarnings ? findings.FailureCode : ExitCode.Success;
    }

    private static FindingCounts Report(
        LintRun run,
        LintActions actions,
        FindingSettings settings,
        CommandContext context,
        bool toStandardError
    )
    {
        FindingSettings shown = actions.ShowsStatistics
            ? settings with
            {
                Targets = [.. settings.Targets.Where(t => t.Path is not null)],
            }
            : settings;
        var reporter = new FindingsReporter(context, shown, toStandardError);
        List<Finding> found = reporter.Settle(run.Files.SelectMany(f => f.Findings));
        if (actions.Baseline is { } path)
        {
            found = new BaselineUse(path, run, context, actions.Settings).Apply(found, actions.UpdatesBaseline);
        }

        if (actions.ShowsStatistics)
        {
            LintStatistics.Write(
                found.Where(f =>
                    f.Suppression is null && (settings.ShowHints || f.Severity != DiagnosticSeverity.Hint)
                ),
                context
            );
        }

        return reporter.Report(found);
    }
}
