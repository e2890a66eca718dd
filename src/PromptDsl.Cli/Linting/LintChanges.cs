using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Linting;

/// <summary>What a run changes in its files: fixes, or comments that suppress.</summary>
internal sealed class LintChanges(LintRun run, LintActions actions, CommandContext context)
{
    private int _made;

    /// <summary>Makes the changes in memory; the run has looked at the result.</summary>
    public List<ChangedFile> Make(FindingSettings settings)
    {
        if (actions.Fixes)
        {
            var fixes = new FixRun(run, actions.AllowsUnsafe);
            List<ChangedFile> changed = fixes.Apply();
            _made = fixes.Count;
            return changed;
        }

        if (actions.Reason is { } reason)
        {
            var writer = new SuppressionWriter(run, reason);
            List<Finding> found = new FindingsReporter(context, settings).Settle(run.Files.SelectMany(f => f.Findings));
            List<ChangedFile> changed = writer.Apply(
                found.FindAll(f => settings.ShowHints || f.Severity != DiagnosticSeverity.Hint)
            );
            _made = writer.Count;
            return changed;
        }

        return [];
    }

    /// <summary>The only file of the run as it is now, changed or not.</summary>
    public ChangedFile Whole() => new(run.Files[0].Source.File, run.Files[0].Source.Text, run.Files[0].Source.Text);

    /// <summary>Says how much was done and what is left.</summary>
    public void Summarize()
    {
        if (!actions.Changes)
        {
            return;
        }

        List<Finding> left = [.. run.Files.SelectMany(f => f.Findings).Where(f => f.Suppression is null)];
        int serious = left.Count(f => f.Severity != DiagnosticSeverity.Hint);
        string what = actions.Fixes ? "fixed" : "suppressed";
        string done = actions.ShowsDifference ? $"would be {what}" : what;
        int more =
            actions.Fixes && !actions.AllowsUnsafe
                ? left.Count(f =>
                    FixApplier.Choose(f.Diagnostic, allowUnsafe: false) is null
                    && FixApplier.Choose(f.Diagnostic, allowUnsafe: true) is not null
                )
                : 0;
        string hint = more > 0 ? $" (--unsafe-fixes makes {Number(more)} more)" : "";
        context.Report($"{Number(_made)} {done}, {Number(serious)} left{hint}.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
