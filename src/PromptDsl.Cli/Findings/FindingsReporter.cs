using System.Globalization;
using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings.Formats;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Suppressions;

namespace PromptDsl.Cli.Findings;

/// <summary>Writes the findings of a run to where the options say, and counts them.</summary>
/// <param name="context">What the verb works with.</param>
/// <param name="settings">The options.</param>
/// <param name="toStandardError">Whether findings go there, because something else is printed.</param>
internal sealed class FindingsReporter(CommandContext context, FindingSettings settings, bool toStandardError = false)
{
    private readonly TextWriter _output = toStandardError ? context.Host.Error : context.Host.Out;
    private readonly Paint _paint = toStandardError ? context.ErrorPaint : context.OutPaint;

    /// <summary>Writes the findings, without those that comments suppress.</summary>
    public FindingCounts Report(IEnumerable<Finding> found)
    {
        List<Finding> all = Settle(found);
        List<Finding> shown = settings.ShowHints ? all : all.FindAll(f => f.Severity != DiagnosticSeverity.Hint);
        foreach (FormatTarget target in settings.Targets)
        {
            Write(target, shown);
        }

        _output.Flush();
        return Summarize(all);
    }

    /// <summary>The findings in order, each once, with their severities, and with what suppresses them.</summary>
    public List<Finding> Settle(IEnumerable<Finding> found)
    {
        var filter = new SuppressionFilter();
        return
        [
            .. Finding.Sort(
                Distinct(
                    found
                        .Select(Escalate)
                        .Select(f =>
                            f.Suppression is null && filter.Find(f.Diagnostic) is { } suppression
                                ? f with
                                {
                                    Suppression = new FindingSuppression(IsInSource: true, suppression.Reason),
                                }
                                : f
                        )
                )
            ),
        ];
    }

    private void Write(FormatTarget target, List<Finding> findings)
    {
        if (target.Path is null)
        {
            Write(FindingsFormats.Create(target.Format, _paint), findings, _output);
            return;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(FindingsFormats.Create(target.Format, Paint.None), findings, text);
        AtomicFile.WriteNamed(context.AbsolutePath(target.Path), target.Path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Write(IFindingsFormat format, List<Finding> findings, TextWriter output) =>
        format.Write(format.ShowsSuppressed ? findings : findings.FindAll(f => f.Suppression is null), output);

    private Finding Escalate(Finding finding) =>
        settings.WarningsAreErrors && finding.Severity == DiagnosticSeverity.Warning
            ? finding with
            {
                Diagnostic = finding.Diagnostic with { Severity = DiagnosticSeverity.Error },
            }
            : finding;

    // A file that two others use is read for both; what is wrong with it is said once.
    private static IEnumerable<Finding> Distinct(IEnumerable<Finding> findings) =>
        findings.DistinctBy(f => (f.Path, f.Diagnostic.Code, f.Diagnostic.Span, f.Diagnostic.Message));

    private FindingCounts Summarize(List<Finding> findings)
    {
        FindingCounts counts = FindingCounts.Of(findings.FindAll(f => f.Suppression is null));
        string hints = Count(counts.Hints, "hint");
        string[] parts =
        [
            Count(counts.Errors, "error"),
            Count(counts.Warnings, "warning"),
            counts.Hints > 0 && !settings.ShowHints ? hints + " (--hints shows them)" : hints,
        ];
        string text = string.Join(", ", parts.Where(c => c.Length > 0));
        if (text.Length > 0)
        {
            context.Report($"Found {text}.");
        }

        return counts;
    }

    private static string Count(int number, string what) =>
        number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
