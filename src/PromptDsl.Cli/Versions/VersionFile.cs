using PromptDsl.Cli.Files;

namespace PromptDsl.Cli.Versions;

/// <summary>A file of a version.</summary>
/// <param name="Key">What it is called in every version.</param>
/// <param name="Source">The file, read in its project.</param>
/// <param name="Options">What is said about its compilation from outside.</param>
internal sealed record VersionFile(string Key, LoadedSource Source, CompilerOptions Options);
