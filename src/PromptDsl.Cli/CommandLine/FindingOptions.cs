using System.CommandLine;
using PromptDsl.Cli.Findings;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The options of the verbs that report findings.</summary>
internal sealed class FindingOptions
{
    private readonly Option<string[]> _format = new("--format")
    {
        Description =
            $"How findings are written: {string.Join(", ", FindingsFormats.Names)}. With :FILE into a file. Repeatable.",
        HelpName = "format[:file]",
        AllowMultipleArgumentsPerToken = false,
        CompletionSources =
        {
            _ => FindingsFormats.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)),
        },
    };

    private readonly Option<bool> _hints = new("--hints") { Description = "Show hints too; they never fail a run." };

    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors")
    {
        Description = "Treat warnings as errors.",
    };

    private readonly Option<bool> _exitZero = new("--exit-zero")
    {
        Description = "Return 0 even when there are findings.",
    };

    public void AddTo(Command command)
    {
        command.Add(_format);
        AddWithoutFormatTo(command);
    }

    /// <summary>Adds them to a verb whose <c>--format</c> is the form of something else.</summary>
    public void AddWithoutFormatTo(Command command)
    {
        command.Add(_hints);
        command.Add(_warningsAsErrors);
        command.Add(_exitZero);
    }

    public FindingSettings Bind(ParseResult result) =>
        new(
            FormatTarget.Parse(result.GetValue(_format) ?? []),
            result.GetValue(_hints),
            result.GetValue(_warningsAsErrors),
            result.GetValue(_exitZero)
        )
        {
            NamesStandardOutput = result.GetValue(_format)?.Any(f => !f.Contains(':')) == true,
        };
}
