namespace PromptDsl.Cli.CommandLine;

/// <summary>The command cannot be carried out as it was given; ends the run with exit code 2.</summary>
/// <param name="message">What is wrong, without a final period.</param>
/// <param name="help">What to do instead.</param>
internal sealed class UsageException(string message, string? help = null) : Exception(message)
{
    public string? Help { get; } = help;
}
