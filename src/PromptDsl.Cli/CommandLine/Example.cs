namespace PromptDsl.Cli.CommandLine;

/// <summary>A command line in the help.</summary>
internal sealed record Example(string CommandLine, string Purpose);
