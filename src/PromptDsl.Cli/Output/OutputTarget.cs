namespace PromptDsl.Cli.Output;

/// <summary>A folder and what it should hold.</summary>
/// <param name="Folder">The absolute path.</param>
/// <param name="DisplayPath">The path for people.</param>
/// <param name="SourcePath">The path of the source for people.</param>
/// <param name="Files">All files, the manifest too.</param>
internal sealed record OutputTarget(string Folder, string DisplayPath, string SourcePath, List<OutputFile> Files);
