using PromptDsl.Text;

namespace PromptDsl.Cli.CommandLine;

/// <summary>
/// A file that steers the tool (configuration, parameters) is wrong at a place; ends the run with
/// exit code 2 and a frame of that place.
/// </summary>
internal sealed class SourceProblemException(SourceSpan place, string message, string label, string? help = null)
    : Exception(message)
{
    public SourceSpan Place { get; } = place;

    public string Label { get; } = label;

    public string? Help { get; } = help;
}
