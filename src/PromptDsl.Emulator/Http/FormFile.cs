namespace PromptDsl.Emulator.Http;

/// <summary>A file of a form.</summary>
internal sealed record FormFile(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Bytes);
