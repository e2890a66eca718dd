using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>A message with the source it is about.</summary>
/// <param name="Severity">Decides the colour.</param>
/// <param name="Title">The kind of message, such as <c>error[IMG0101] missing-value</c>.</param>
/// <param name="Message">The statement.</param>
/// <param name="Labels">The marked places, the primary one first.</param>
/// <param name="Notes">Closing lines, as (name, text).</param>
/// <param name="PathOf">The path of a file for people.</param>
internal sealed record Frame(
    DiagnosticSeverity Severity,
    string Title,
    string Message,
    ImmutableArray<FrameLabel> Labels,
    ImmutableArray<KeyValuePair<string, string>> Notes,
    Func<SourceText, string> PathOf
)
{
    public static Frame Of(Finding finding)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        var notes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (diagnostic.Help is { } help)
        {
            notes.Add(new("help", help));
        }

        foreach (CodeFix fix in diagnostic.Fixes.Where(f => !SaysTheSame(f.Title, diagnostic.Help)))
        {
            notes.Add(new(fix.Safety == FixSafety.Safe ? "fix" : "possible fix", fix.Title));
        }

        return new Frame(
            diagnostic.Severity,
            $"{finding.SeverityName}[{diagnostic.Code}] {diagnostic.Name}",
            diagnostic.Message,
            [
                new FrameLabel(diagnostic.Primary.Place, diagnostic.Primary.Text, IsPrimary: true),
                .. diagnostic.Secondary.Select(l => new FrameLabel(l.Place, l.Text, IsPrimary: false)),
            ],
            notes.ToImmutable(),
            finding.PathOf
        );
    }

    public static Frame Of(SourceProblemException problem) =>
        new(
            DiagnosticSeverity.Error,
            "error",
            problem.Message,
            [new FrameLabel(problem.Place, problem.Label, IsPrimary: true)],
            problem.Help is { } help ? [new("help", help)] : [],
            source => source.Path
        );

    private static bool SaysTheSame(string title, string? help) =>
        help?.Replace("`", "").TrimEnd('.') == title.Replace("`", "").TrimEnd('.');
}
