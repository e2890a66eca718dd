namespace PromptDsl.Cli.Emulation;

/// <summary>What the command line says about an emulation.</summary>
internal sealed record EmulationSettings(int Port, string? Script, string? Key, string Profile, bool IsJson);
