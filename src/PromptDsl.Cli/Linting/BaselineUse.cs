using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;

namespace PromptDsl.Cli.Linting;

/// <summary>Holds what a run found against a baseline, or makes it one.</summary>
internal sealed class BaselineUse(string path, LintRun run, CommandContext context, LintSettings settings)
{
    private readonly string _absolute = context.AbsolutePath(path);

    /// <summary>The findings, those of the baseline marked.</summary>
    /// <param name="found">What was found, in order.</param>
    /// <param name="renews">Whether the baseline is written first.</param>
    /// <exception cref="UsageException">The file cannot be read or written.</exception>
    public List<Finding> Apply(List<Finding> found, bool renews)
    {
        if (!File.Exists(_absolute) && !renews)
        {
            throw new UsageException(
                $"the baseline `{path}` does not exist",
                $"Write it once with --baseline {path} --update-baseline"
            );
        }

        Baseline baseline = File.Exists(_absolute) ? Baseline.Read(_absolute, path) : Baseline.Empty(_absolute);
        HashSet<string> looked = [.. run.Files.Select(f => f.Source.File.AbsolutePath)];
        if (renews)
        {
            baseline = baseline.Renew(found, AbsolutePath, WasLookedAt);
            AtomicFile.WriteNamed(_absolute, path, baseline.ToBytes());
            context.Report($"{path} holds {Count(baseline.Count)}.");
        }
        else
        {
            ReportStale(baseline.FindStale(found, AbsolutePath, WasLookedAt));
        }

        return baseline.Mark(found, AbsolutePath);

        bool WasLookedAt(BaselineEntry entry) =>
            !settings.Selection.Disabled.Contains(entry.Code)
            && (looked.Contains(baseline.PathOf(entry)) || !File.Exists(baseline.PathOf(entry)));
    }

    private void ReportStale(List<(BaselineEntry Entry, int Count)> stale)
    {
        foreach ((BaselineEntry entry, int count) in stale)
        {
            context.Report($"{entry.File}: {entry.Code} is fixed ({Count(count)} in {path})");
        }

        if (stale.Count > 0)
        {
            context.Report($"--update-baseline takes {(stale.Count == 1 ? "it" : "them")} out of {path}.");
        }
    }

    private string AbsolutePath(Finding finding) => context.AbsolutePath(finding.Path);

    private static string Count(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} finding{(number == 1 ? "" : "s")}");
}
