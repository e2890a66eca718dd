namespace PromptDsl.Cli.Files;

/// <summary>A file to work on.</summary>
/// <param name="AbsolutePath">Where it is; for standard input, where it would be.</param>
/// <param name="DisplayPath">As people should see it.</param>
/// <param name="IsStandardInput">Whether its text comes from standard input.</param>
/// <param name="IsNamed">Whether it was named, rather than found in a folder or by a pattern.</param>
internal sealed record SourceFile(string AbsolutePath, string DisplayPath, bool IsStandardInput, bool IsNamed);
