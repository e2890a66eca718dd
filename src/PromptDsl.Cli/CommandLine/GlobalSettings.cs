using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The values of the options that every verb has.</summary>
internal sealed record GlobalSettings(ColorChoice Color, bool IsQuiet, string? Config, bool IsIsolated);
