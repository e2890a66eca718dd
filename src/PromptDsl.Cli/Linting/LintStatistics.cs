using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Linting;

/// <summary>How often each finding occurs.</summary>
internal static class LintStatistics
{
    /// <summary>Writes a table, the most frequent finding first.</summary>
    public static void Write(IEnumerable<Finding> findings, CommandContext context)
    {
        List<string[]> rows =
        [
            .. findings
                .GroupBy(f => f.Diagnostic.Code, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => RowOf([.. g])),
        ];
        if (rows.Count > 0)
        {
            Table.Write(context.Host.Out, context.OutPaint, ["count", "code", "severity", "fixable", "name"], rows);
        }
    }

    private static string[] RowOf(List<Finding> findings) =>
        [
            findings.Count.ToString(CultureInfo.InvariantCulture),
            findings[0].Diagnostic.Code,
            findings[0].SeverityName,
            findings.Exists(f => FixApplier.Choose(f.Diagnostic, allowUnsafe: false) is not null) ? "yes"
            : findings.Exists(f => FixApplier.Choose(f.Diagnostic, allowUnsafe: true) is not null) ? "unsafe"
            : "-",
            findings[0].Diagnostic.Name,
        ];
}
