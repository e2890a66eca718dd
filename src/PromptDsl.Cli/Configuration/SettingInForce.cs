namespace PromptDsl.Cli.Configuration;

/// <summary>A setting as it applies to a file, and who says so.</summary>
internal sealed record SettingInForce(string Key, string? Value, string Origin);
