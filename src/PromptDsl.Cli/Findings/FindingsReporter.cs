using System.Globalization;
using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Findings;

/// <summary>Writes the findings of a run to where the options say, and counts them.</summary>
/// <param name="context">What the verb works with.</param>
/// <param name="settings">The options.</param>
/// <param name="toStandardError">Whether findings go there, because something else is printed.</param>
internal sealed class FindingsReporter(CommandContext context, FindingSettings settings, bool toStandardError = false)
{
    private readonly TextWriter _output = toStandardError ? context.Host.Error : context.Host.Out;
    private readonly Paint _paint = toStandardError ? context.ErrorPaint : context.OutPaint;

    /// <summary>Writes the findings.</summary>
    /// <returns>Whether there is an error among them.</returns>
    public bool Report(IEnumerable<Finding> found)
    {
        List<Finding> all = [.. Finding.Sort(Distinct(found.Select(Escalate)))];
        List<Finding> shown = settings.ShowHints ? all : all.FindAll(f => f.Severity != DiagnosticSeverity.Hint);
        foreach (FormatTarget target in settings.Targets)
        {
            Write(target, shown);
        }

        _output.Flush();
        Summarize(all);
        return all.Exists(f => f.Severity == DiagnosticSeverity.Error);
    }

    private void Write(FormatTarget target, List<Finding> findings)
    {
        if (target.Path is null)
        {
            FindingsFormats.Create(target.Format, _paint).Write(findings, _output);
            return;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        FindingsFormats.Create(target.Format, Paint.None).Write(findings, text);
        AtomicFile.WriteNamed(context.AbsolutePath(target.Path), target.Path, Encoding.UTF8.GetBytes(text.ToString()));
    }

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

    private void Summarize(List<Finding> findings)
    {
        int hints = findings.Count(f => f.Severity == DiagnosticSeverity.Hint);
        string[] counts =
        [
            Count(findings.Count(f => f.Severity == DiagnosticSeverity.Error), "error"),
            Count(findings.Count(f => f.Severity == DiagnosticSeverity.Warning), "warning"),
            hints > 0 && !settings.ShowHints ? Count(hints, "hint") + " (--hints shows them)" : Count(hints, "hint"),
        ];
        string text = string.Join(", ", counts.Where(c => c.Length > 0));
        if (text.Length > 0)
        {
            context.Report($"Found {text}.");
        }
    }

    private static string Count(int number, string what) =>
        number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
