namespace PromptDsl.Cli.Versions;

/// <summary>A file of a revision.</summary>
/// <param name="Path">The path in the repository, with <c>/</c>.</param>
/// <param name="Object">The id of its content.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="IsLink">Whether its content is the target of a symbolic link.</param>
internal sealed record GitEntry(string Path, string Object, long Size, bool IsLink);
