namespace PromptDsl.Runtime.Runs;

/// <summary>A source file of a run.</summary>
/// <param name="Path">The path under which the run knows it.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
/// <param name="Revision">Its revision in version control, or null.</param>
public sealed record RunFile(string Path, string Sha256, string? Revision);
