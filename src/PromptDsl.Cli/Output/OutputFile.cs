namespace PromptDsl.Cli.Output;

/// <summary>A file to be written.</summary>
/// <param name="Path">Relative to the folder of its source, with <c>/</c>.</param>
/// <param name="Content">All its bytes.</param>
internal sealed record OutputFile(string Path, ReadOnlyMemory<byte> Content);
